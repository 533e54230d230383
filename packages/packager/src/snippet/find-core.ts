import { PackagerError } from "../errors.js";
import { openReader } from "../lint/reader.js";

/** `micro-drama.js` names the one chunk that the player is, and nothing else of it is loaded before the first frame. */
const CHUNK = /new URL\("(\.\/chunks\/[\w.-]+\.js)"/;

/**
 * Reads which chunk the `micro-drama.js` of one version imports; a hint for it saves the page a round trip.
 * @param script http(s) URL of `micro-drama.js`
 * @throws {PackagerError} `bad-option` when there is no such script
 */
export async function findCore(script: string, signal: AbortSignal | undefined): Promise<string> {
  const result = await openReader(script, signal).read(script);
  const path = result.ok ? CHUNK.exec(new TextDecoder().decode(result.bytes))?.[1] : undefined;
  if (path) return new URL(path, script).href;
  const reason = result.ok ? "it names no chunk of the player" : result.reason;
  throw new PackagerError("bad-option", `--pinned needs to read ${script}: ${reason}.`);
}
