import type { EpisodeRef, Playback } from "@micro-drama/protocol";
import type { Entitlements, EntitlementsSnapshot, UnlockState } from "@micro-drama/sdk";

/**
 * A timed grant whose time is over is asked about again, and what is buffered may finish meanwhile: a film is not
 * interrupted by a question that is mostly answered with yes. Until the answer the grant stays shown as it was, and
 * one that is renewed without media goes on with what it has. Whatever is not the end of its own time ends at once.
 *
 * @param shown what the player shows now
 * @param next what the SDK knows now
 * @param now the server's clock, milliseconds since the epoch
 */
export function holdTimedGrants(
  shown: EntitlementsSnapshot | undefined,
  next: EntitlementsSnapshot,
  now: number,
): EntitlementsSnapshot {
  const held = new Map<string, UnlockState>();
  for (const [key, state] of next.states) {
    const former = shown?.states.get(key);
    if (former?.name !== "granted" || former.until === undefined) continue;
    const isOver = Date.parse(former.until) <= now;
    if (state.name === "checking" && isOver) held.set(key, former);
    else if (state.name === "granted" && !state.playback && former.playback)
      held.set(key, Object.freeze({ ...state, playback: former.playback }));
  }
  return held.size === 0 ? next : Object.freeze({ ...next, states: new Map([...next.states, ...held]) });
}

/**
 * Fresh media of an episode; while its right is being asked about, once that is answered.
 *
 * @throws EntitlementError when there is no right any more
 */
export async function freshPlayback(
  entitlements: Entitlements,
  ref: EpisodeRef,
  signal: AbortSignal,
): Promise<Playback> {
  await new Promise<void>((resolve) => {
    const unsubscribe = entitlements.subscribe(() => look());
    const end = (): void => {
      unsubscribe();
      resolve();
    };
    const look = (): void => {
      if (entitlements.stateOf(ref).name !== "checking") end();
    };
    signal.addEventListener("abort", end, { once: true });
    look();
  });
  return entitlements.playback(ref, signal);
}
