import { refKey } from "@micro-drama/protocol/manifest";
import type { Entitlements } from "@micro-drama/sdk";
import { refOf } from "../core/player-model.js";
import { toFailure } from "./load-series.js";
import type { Session } from "./session.js";

/** Makes the function that brings the media of granted episodes around the active one that came without. */
export function createPlaybackFetcher(session: Session, sdk: Entitlements): () => void {
  const asked = new Set<string>();

  const failActive = (key: string, error: unknown): void => {
    const { media } = session.model;
    if (media.key !== key) return;
    session.commit({ media: Object.freeze({ ...media, phase: "failed", failure: toFailure(error) }) });
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
