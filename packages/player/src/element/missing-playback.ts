import { isDramaError, refKey } from "@micro-drama/protocol/manifest";
import type { Entitlements, Failure } from "@micro-drama/sdk";
import { refOf } from "../core/player-model.js";
import { toFailure } from "./load-series.js";
import type { Session } from "./session.js";

/** Makes the function that brings the media of granted episodes around the active one that came without. */
export function createPlaybackFetcher(session: Session, sdk: Entitlements): () => void {
  const asked = new Set<string>();

  const failActive = (key: string, error: unknown): void => {
    const { media } = session.model;
    if (media.key !== key) return;
    session.commit({ media: Object.freeze({ ...media, phase: "failed", failure: whyNot(error) }) });
  };

  return () => {
    const { series, index, entitlements } = session.model;
    if (!series || !entitlements) return;
    for (const at of [index, index + 1]) {
      const episode = series.episodes[at];
      if (episode?.access !== "locked") continue;
      const ref = refOf(series, episode);
      const key = refKey(ref);
      const state = entitlements.states.get(key);
      if (state?.name !== "granted" || state.playback || asked.has(key)) continue;
      asked.add(key);
      // The SDK puts the playback into the state. A neighbour that fails is asked for again when it becomes active.
      sdk
        .playback(ref)
        .catch((error: unknown) => failActive(key, error))
        .finally(() => asked.delete(key));
    }
  };
}

/** An owned episode that may not play just now is not lost: it plays when another device has stopped. */
function whyNot(error: unknown): Failure {
  const failure = toFailure(error);
  const problem = isDramaError(error) && "problem" in error ? error.problem : undefined;
  const isLimit = typeof problem === "object" && problem !== null && "code" in problem;
  return isLimit && problem.code === "limit-reached"
    ? Object.freeze({ ...failure, code: "device-limit", retryable: true })
    : failure;
}
