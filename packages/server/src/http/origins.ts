/** The word of a configuration that stands for this machine and private networks. */
export const LOCAL_ORIGINS = "local";

const PRIVATE_ADDRESS = /^(127|10|192\.168|169\.254|172\.(1[6-9]|2\d|3[01]))\./;
const PRIVATE_ADDRESS_6 = /^\[(::1\]|f[cd][0-9a-f]{2}:|fe[89ab][0-9a-f]:)/;
const LOCAL_NAME = /^(localhost|.+\.localhost|.+\.local)$/;

/**
 * Makes the test for allowed origins.
 *
 * @param allowed origins such as `https://news.example`, or the word `local`
 * @throws Error naming the one that is no origin
 */
export function createOriginRule(allowed: readonly string[]): (origin: string) => boolean {
  const exact = new Set(allowed.filter((item) => item !== LOCAL_ORIGINS).map(toOrigin));
  const isLocalAllowed = allowed.includes(LOCAL_ORIGINS);
  return (origin) => exact.has(origin) || (isLocalAllowed && isLocalOrigin(origin));
}

/** Tells whether an origin is a page of this machine or of a private network (RFC 1918, 3927, 4193, 6762). */
export function isLocalOrigin(origin: string): boolean {
  if (!URL.canParse(origin)) return false;
  const { protocol, hostname } = new URL(origin);
  if (protocol !== "http:" && protocol !== "https:") return false;
  const isIpv4 = /^\d+(\.\d+){3}$/.test(hostname);
  return isIpv4
    ? PRIVATE_ADDRESS.test(hostname)
    : PRIVATE_ADDRESS_6.test(hostname) || LOCAL_NAME.test(hostname);
}

function toOrigin(text: string): string {
  const origin = URL.canParse(text) ? new URL(text).origin : "null";
  if (origin === "null" || origin !== text.replace(/\/$/, ""))
    throw new Error(`'${text}' is no origin; write it like https://news.example`);
  return origin;
}
