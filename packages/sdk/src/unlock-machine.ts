import { defined } from "./defined.js";
import type { UnlockEvent, UnlockEventType } from "./unlock-event.js";
import type { UnlockState, UnlockStateName } from "./unlock-state.js";

type StateOf<Name extends UnlockStateName> = Extract<UnlockState, { readonly name: Name }>;
type EventOf<Type extends UnlockEventType> = Extract<UnlockEvent, { readonly type: Type }>;
type Row<Name extends UnlockStateName> = {
  readonly [Type in UnlockEventType]?: (from: StateOf<Name>, event: EventOf<Type>) => UnlockState;
};
type Table = { readonly [Name in UnlockStateName]: Row<Name> };

/** The state of an episode that was never asked about. */
export const UNKNOWN: UnlockState = Object.freeze({ name: "unknown" });
const CHECKING: UnlockState = Object.freeze({ name: "checking" });

const toChecking = (): UnlockState => CHECKING;

const toGranted = (_from: UnlockState, { type: _type, ...grant }: EventOf<"grant">): UnlockState =>
  defined({ name: "granted", ...grant });

const toLocked = (_from: UnlockState, { type: _type, ...denial }: EventOf<"deny">): UnlockState =>
  defined({ name: "locked", ...denial });

/** A backend that declines without new offers leaves the known ones standing. */
const toDeclined = (
  from: StateOf<"unlocking" | "pending" | "confirming">,
  { decline, offers }: EventOf<"declined">,
): UnlockState => defined({ name: "locked", offers: offers ?? from.offers ?? [], decline });

const toUntouched = (
  from: StateOf<"unlocking" | "confirming">,
  { failure }: EventOf<"cancelled" | "never-arrived">,
): UnlockState => defined({ name: "locked", offers: from.offers ?? [], failure });

const toConfirming = (from: StateOf<"unlocking" | "pending">): UnlockState =>
  defined({ name: "confirming", offer: from.offer, offers: from.offers });

const toResumed = (): UnlockState => Object.freeze({ name: "confirming" });

/** What every state that can be asked about again has in common. */
const SETTLED = { check: toChecking, "viewer-changed": toChecking };
/** What every state has in common in which a purchase is under way. */
const UNDER_WAY = { grant: toGranted, declined: toDeclined, "viewer-changed": toChecking };

/**
 * The unlock machine as data: per state, the events that are legal in it and what follows from them.
 * No cell leads from a failure to `granted`; only a `grant` does.
 */
export const UNLOCK_TABLE: Table = {
  unknown: { check: toChecking, resume: toResumed },
  checking: {
    grant: toGranted,
    deny: toLocked,
    "sign-in-required": (_from, { offers }) => defined({ name: "signed-out", offers }),
    unavailable: (_from, { reason }) => defined({ name: "unavailable", reason }),
    fail: (_from, { failure }) => defined({ name: "failed", failure }),
    resume: toResumed,
    "viewer-changed": toChecking,
  },
  locked: {
    choose: ({ offers }, { offer }) => defined({ name: "unlocking", offer, offers }),
    ...SETTLED,
  },
  "signed-out": { "signed-in": toChecking, "viewer-changed": toChecking },
  unlocking: {
    ...UNDER_WAY,
    accepted: ({ offer, offers }) => defined({ name: "pending", offer, offers }),
    "no-answer": toConfirming,
    cancelled: toUntouched,
  },
  pending: { ...UNDER_WAY, timeout: toConfirming },
  confirming: { ...UNDER_WAY, "never-arrived": toUntouched },
  granted: {
    // A fresh answer about an open episode may leave out the media, and knows nothing of this visit's purchase.
    grant: ({ playback, receipt, charged }, { type: _type, ...grant }) =>
      defined({ name: "granted", ...defined({ playback, receipt, charged }), ...grant }),
    renew: (from, { playback }) => defined({ ...from, playback }),
    expire: toChecking,
    revoke: toChecking,
    "viewer-changed": toChecking,
  },
  unavailable: SETTLED,
  failed: SETTLED,
};

/** Tells whether an event means something in a state. */
export function isLegal(state: UnlockState, type: UnlockEventType): boolean {
  return UNLOCK_TABLE[state.name][type] !== undefined;
}

/** The state that follows. An event that is illegal in `state` changes nothing: the same object comes back. */
export function transition(state: UnlockState, event: UnlockEvent): UnlockState {
  // A row's cells take exactly its own state and event, which the lookup by both names guarantees.
  const cell = UNLOCK_TABLE[state.name][event.type] as
    | ((from: UnlockState, event: UnlockEvent) => UnlockState)
    | undefined;
  return cell === undefined ? state : cell(state, event);
}
