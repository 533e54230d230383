import type { EpisodeRef, Offer } from "@micro-drama/protocol";
import { refKey } from "@micro-drama/protocol";
import type { AdPort } from "../entitlements.js";
import { callSafely, toEntitlementError } from "../failure.js";
import type { Failure } from "../unlock-state.js";
import { sleep } from "../waiting.js";
import type { SpendingCore } from "./spending-core.js";

/** A film that has not ended after this will not end, in milliseconds. */
const LONGEST_FILM_MS = 10 * 60_000;

/** The proof that a film was seen, or why there is none. Nothing was asked for in that case. */
export type FilmResult = { readonly adSession: string } | { readonly failure: Failure };

/** Shows the rewarded film of an offer through the page's port. Never rejects. */
export async function showFilm(
  core: SpendingCore,
  port: AdPort | undefined,
  { ref, offer, signal }: { readonly ref: EpisodeRef; readonly offer: Offer; readonly signal: AbortSignal },
): Promise<FilmResult> {
  const { adapter, platform, log } = core;
  if (!port || !adapter.startAd) return UNAVAILABLE;
  try {
    const film = await adapter.startAd(ref, offer.id, { cause: "after-purchase", signal });
    const begunAt = platform.monotonicNow();
    const end = new AbortController();
    const stop = () => end.abort();
    signal.addEventListener("abort", stop);
    const shown = callSafely(log, "the ad port", () => port.show({ ...film, ref }, { signal: end.signal }));
    const tooLong = sleep(platform, LONGEST_FILM_MS, end.signal).then(() => "unavailable" as const);
    const outcome = await Promise.race([shown, tooLong]);
    signal.removeEventListener("abort", stop);
    stop();
    if (outcome === "dismissed") return DISMISSED;
    if (outcome !== "completed") return UNAVAILABLE;
    // A network may call a film complete a moment before the platform does.
    await sleep(platform, film.minSeconds * 1000 - (platform.monotonicNow() - begunAt), signal);
    return { adSession: film.id };
  } catch (error) {
    log("warn", `${refKey(ref)}: no film: ${toEntitlementError(error).message}`);
    return UNAVAILABLE;
  }
}

const DISMISSED: FilmResult = {
  failure: Object.freeze({
    code: "ad-dismissed",
    message: "The film was not seen to its end.",
    retryable: true,
  }),
};
const UNAVAILABLE: FilmResult = {
  failure: Object.freeze({
    code: "ad-unavailable",
    message: "There is no film to be seen now.",
    retryable: true,
  }),
};
