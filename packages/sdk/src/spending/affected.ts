import type { EpisodeRef } from "@micro-drama/protocol";
import { isSameRef } from "@micro-drama/protocol";
import type { Core } from "../core.js";
import { isUnderWay } from "../rights.js";
import type { UnlockStateName } from "../unlock-state.js";
import type { JournalEntry } from "./unlock-journal.js";

/** Every episode that an unlock is to open; the one on which the viewer pressed comes first. */
export function refsOf({ ref, request }: JournalEntry): readonly EpisodeRef[] {
  return [ref, ...request.refs.filter((other) => !isSameRef(other, ref))];
}

/** Those of its episodes that wait for its end. Of a bundle, that may be another one than the first pressed. */
export function waitingRefs({ store }: Pick<Core, "store">, entry: JournalEntry): readonly EpisodeRef[] {
  return refsOf(entry).filter((ref) => isUnderWay(store.stateOf(ref)));
}

/** Tells whether one of its episodes is in one of these states. */
export function isAnyIn(
  { store }: Pick<Core, "store">,
  entry: JournalEntry,
  names: readonly UnlockStateName[],
): boolean {
  return refsOf(entry).some((ref) => names.includes(store.stateOf(ref).name));
}
