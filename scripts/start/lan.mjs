import { networkInterfaces } from "node:os";

/** Ranges of home and office networks, the likeliest first. */
const PRIVATE_RANGES = [/^192\.168\./, /^10\./, /^172\.(1[6-9]|2\d|3[01])\./];

/** Bridges of containers and virtual machines, which no phone can reach. */
const VIRTUAL = /^(docker|br-|veth|virbr|vmnet|vboxnet|utun|tun|tap|zt)/;

/**
 * The IPv4 addresses of this machine that others on its network can reach, the likeliest first.
 * @param {NodeJS.Dict<import("node:os").NetworkInterfaceInfo[]>} [interfaces]
 * @returns {string[]}
 */
export function findLanAddresses(interfaces = networkInterfaces()) {
  return Object.entries(interfaces)
    .filter(([name]) => !VIRTUAL.test(name))
    .flatMap(([, addresses]) => addresses ?? [])
    .filter(
      ({ family, internal, address }) => family === "IPv4" && !internal && !address.startsWith("169.254."),
    )
    .map(({ address }) => address)
    .sort((a, b) => rank(a) - rank(b));
}

function rank(address) {
  const index = PRIVATE_RANGES.findIndex((range) => range.test(address));
  return index === -1 ? PRIVATE_RANGES.length : index;
}
