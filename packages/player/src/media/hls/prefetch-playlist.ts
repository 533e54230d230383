import type { EngineContext } from "../engines/engine.js";
import type { FetchedText } from "../fetch-text.js";
import { guessFirstVariant, readVariants } from "./first-variant.js";
import { UNMEASURED_BANDWIDTH } from "./hls-config.js";

/** As hls.js is told: beyond twice the CSS pixels nobody sees a difference. */
const MOST_PIXEL_RATIO = 2;

/**
 * Asks for the media playlist that hls.js will want first, while hls.js itself is still on its way. A wrong guess
 * costs a kilobyte; failures are nobody's business, for hls.js asks again.
 */
export function prefetchPlaylist(context: EngineContext, playlist: FetchedText, signal: AbortSignal): void {
  const { access, bytes, memory, target, video } = context;
  const ratio = Math.min(devicePixelRatio, MOST_PIXEL_RATIO);
  const variant = guessFirstVariant(readVariants(playlist), {
    started: target.media.start?.bandwidth,
    estimate: memory.bandwidth ?? UNMEASURED_BANDWIDTH,
    width: video.clientWidth * ratio,
    height: video.clientHeight * ratio,
  });
  if (!variant) return;
  bytes.load({ url: access.resolve(variant.url), priority: "high", signal }).catch(() => undefined);
}
