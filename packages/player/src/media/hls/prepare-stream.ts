import { readSubtitleRenditions } from "../captions/read-subtitle-renditions.js";
import type { EngineContext } from "../engines/engine.js";
import type { FetchedText } from "../fetch-text.js";
import { prefetchPlaylist } from "./prefetch-playlist.js";

/** The stream's own time of the film's first moment: 0 until hls.js has read it. Seconds. */
export interface StreamClock {
  start: number;
}

/** What can be done with a multivariant playlist before hls.js is there, or is needed. */
export function prepareStream(
  context: EngineContext,
  playlist: FetchedText,
  signal: AbortSignal,
): StreamClock {
  const { target, report } = context;
  const clock = { start: 0 };
  prefetchPlaylist(context, playlist, signal);
  // A language that the manifest has is not shown twice.
  const known = new Set(target.captions.map(({ lang }) => lang));
  const own = readSubtitleRenditions(playlist).filter(({ lang }) => !known.has(lang));
  if (own.length > 0)
    report({ type: "stream", captions: [...target.captions, ...own], start: () => clock.start });
  return clock;
}
