import type { FetchedBytes } from "../bytes/byte-store.js";
import type { EngineContext } from "../engines/engine.js";
import type { FetchedText } from "../fetch-text.js";
import { FetchTextError, fetchText } from "../fetch-text.js";

/**
 * The multivariant playlist of a target, which may have come ahead of it; a refused address is renewed once.
 *
 * @throws {FetchTextError} when patience is over
 * @throws the signal's reason when it aborts
 */
export async function fetchPlaylist(
  { access, bytes, patience }: EngineContext,
  signal: AbortSignal,
): Promise<FetchedText> {
  const known = bytes.entries.get(access.url)?.loaded;
  if (known) return toText(known);
  const fetchNow = (): Promise<FetchedText> => fetchText(() => access.url, { signal, patience });
  try {
    return await fetchNow();
  } catch (error) {
    const isRefused = error instanceof FetchTextError && error.status === 403;
    if (!isRefused || !(await access.renew())) throw error;
    return fetchNow();
  }
}

function toText({ data, url, timing }: FetchedBytes): FetchedText {
  const { requestedAt: startedAt, firstByteAt, endAt: endedAt } = timing;
  return { text: new TextDecoder().decode(data), url, startedAt, firstByteAt, endedAt };
}
