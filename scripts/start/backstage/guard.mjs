import { isIP } from "node:net";
import { hostname as machineName } from "node:os";

/**
 * Whether a request to the backstage comes from a page of the demo itself. Anything else on the web can send
 * requests to this machine too, and must not be able to kill the server with one.
 * @param {Request} request
 * @returns {boolean}
 */
export function isFromOwnPage(request) {
  const url = new URL(request.url);
  if (!isOwnHost(url.hostname)) return false;
  const site = request.headers.get("sec-fetch-site");
  if (site !== null && site !== "same-origin" && site !== "none") return false;
  const origin = request.headers.get("origin");
  return origin === null || origin === url.origin;
}

/** A foreign name that resolves to this machine is somebody's DNS rebinding. */
function isOwnHost(hostname) {
  const name = hostname.replace(/^\[|\]$/g, "").toLowerCase();
  return (
    isIP(name) !== 0 ||
    name === "localhost" ||
    name.endsWith(".localhost") ||
    name.endsWith(".local") ||
    name === machineName().toLowerCase()
  );
}
