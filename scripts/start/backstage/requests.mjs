/**
 * @typedef {object} SeenRequest one request to the platform or its media, fit to be shown
 * @property {"api" | "media"} origin
 * @property {string} at ISO 8601, when it began
 * @property {string} method
 * @property {string} path tokens taken out
 * @property {number} status
 * @property {number} ms until the answer was there
 * @property {number} [bytes] of the body, where known
 * @property {string} [viewer]
 * @property {string} [series]
 * @property {string} [episode]
 */

/** Told where the log has them. */
const OPTIONAL = ["viewer", "series", "episode"];

/**
 * Reads one line of the log of a half of the platform.
 * @param {"api" | "media"} origin
 * @param {string} line
 * @returns {SeenRequest | undefined} undefined when the line tells of something else
 */
export function readLogLine(origin, line) {
  if (!line.startsWith("{")) return undefined;
  let entry;
  try {
    entry = JSON.parse(line);
  } catch {
    return undefined;
  }
  if (typeof entry.method !== "string" || typeof entry.path !== "string") return undefined;
  return {
    origin,
    at: typeof entry.at === "string" ? entry.at : new Date().toISOString(),
    method: entry.method,
    path: withoutTokens(entry.path),
    status: Number(entry.status),
    ms: Number(entry.ms),
    ...(Number.isFinite(entry.bytes) && { bytes: entry.bytes }),
    ...Object.fromEntries(
      OPTIONAL.filter((key) => entry[key] !== undefined).map((key) => [key, String(entry[key])]),
    ),
  };
}

/**
 * A path that may be shown to people behind the viewer's back: the token of signed delivery and the values of a
 * query give access, so they go.
 * @param {string} path
 * @returns {string}
 */
export function withoutTokens(path) {
  const [pathname, query] = path.split("?", 2);
  const shown = pathname.replace(/\/t\/[^/]+/, "/t/…");
  if (!query) return shown;
  return `${shown}?${query.replace(/=[^&]*/g, "=…")}`;
}
