import type { EpisodeRef, Playback } from "@micro-drama/protocol";
import { EntitlementError, refKey } from "@micro-drama/protocol";
import type { Checks } from "../checks.js";

import { toEntitlementError } from "../failure.js";
import { retry } from "../waiting.js";
import type { SpendingCore } from "./spending-core.js";

/** Fetches fresh media URLs of granted episodes. */
export interface Playbacks {
  /** @throws EntitlementError */
  fetch(ref: EpisodeRef, signal?: AbortSignal): Promise<Playback>;
  /** Fetches the media of granted episodes that have none, or whose URL has ended, so that a swipe need not wait. */
  prepare(refs: readonly EpisodeRef[]): void;
}

/** Playbacks over a core. */
export function createPlaybacks(core: SpendingCore, checks: Checks): Playbacks {
  const { store, adapter, clock } = core;
  const flights = new Map<string, Promise<Playback>>();
  /** Free episodes may have their media elsewhere: what failed for good is not prepared again. */
  const hopeless = new Set<string>();

  const request = async (ref: EpisodeRef): Promise<Playback> => {
    const { playback } = adapter;
    if (!playback) return askForMedia(ref);
    const signal = core.viewerSignal();
    return retry(core.platform, { tries: 2, signal }, (attempt) =>
      playback(ref, { cause: "visible", attempt, signal }),
    ).catch((error: EntitlementError) => {
      // The right may be gone: the check tells, and the machine draws the conclusion.
      if (error.code === "forbidden") void checks.ask([ref], { cause: "retry", force: true });
      throw error;
    });
  };

  /** Adapters without `playback` bring media with their checks. */
  const askForMedia = async (ref: EpisodeRef): Promise<Playback> => {
    await checks.ask([ref], { cause: "visible", force: true, playbackFor: [ref.episode] });
    const state = store.stateOf(ref);
    if (state.name === "granted" && state.playback) return state.playback;
    throw new EntitlementError("unsupported", "The adapter granted the episode but gave no media for it.");
  };

  const fetch = async (ref: EpisodeRef): Promise<Playback> => {
    if (store.stateOf(ref).name !== "granted")
      throw new EntitlementError("forbidden", `${refKey(ref)} is ${store.stateOf(ref).name}, not granted.`);
    const running = flights.get(refKey(ref));
    if (running) return running;
    const viewer = core.viewerSignal();
    const flight = request(ref)
      .then((playback) => {
        if (viewer.aborted || store.stateOf(ref).name !== "granted")
          throw new EntitlementError("forbidden", `${refKey(ref)} is not granted any more.`);
        store.send(ref, { type: "renew", playback });
        return playback;
      })
      .finally(() => flights.delete(refKey(ref)));
    flights.set(refKey(ref), flight);
    return flight;
  };

  return {
    fetch: (ref, signal) => (signal ? untilAborted(fetch(ref), signal) : fetch(ref)),
    prepare(refs) {
      if (!adapter.playback) return;
      for (const ref of refs) {
        const state = store.stateOf(ref);
        if (state.name !== "granted" || hopeless.has(refKey(ref))) continue;
        const expiresAt = state.playback?.expiresAt;
        if (state.playback && (!expiresAt || Date.parse(expiresAt) > clock.now())) continue;
        fetch(ref).catch((thrown) => {
          const error = toEntitlementError(thrown);
          if (!error.retryable) hopeless.add(refKey(ref));
          core.log("debug", `no media yet: ${error.message}`);
        });
      }
    },
  };
}

/** Leaves at an abort; the request itself goes on, others may wait for it. */
function untilAborted<T>(work: Promise<T>, signal: AbortSignal): Promise<T> {
  return new Promise((resolve, reject) => {
    const abort = () => reject(new EntitlementError("aborted", "The caller needs no media any more."));
    if (signal.aborted) abort();
    signal.addEventListener("abort", abort, { once: true });
    work.then(resolve, reject).finally(() => signal.removeEventListener("abort", abort));
  });
}
