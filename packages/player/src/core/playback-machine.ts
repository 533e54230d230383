import type { MediaFailureCode } from "./media-fact.js";

/** Why media does not play, in words for people; `retryable` when the same media may play later. */
export interface MediaFailure {
  readonly code: MediaFailureCode;
  readonly message: string;
  readonly retryable: boolean;
}

/** Where the media of one slot stands. */
export type PlaybackState =
  /** Holds nothing. */
  | { readonly name: "idle" }
  /** The first frame is not there yet. */
  | { readonly name: "loading" }
  /** The first frame is on the screen; nothing has moved yet. */
  | { readonly name: "ready" }
  | { readonly name: "playing" }
  /** Wants to play but has no data. */
  | { readonly name: "stalled" }
  | { readonly name: "paused" }
  | { readonly name: "ended" }
  | { readonly name: "failed"; readonly failure: MediaFailure };

/** What can befall a slot. Names without a native counterpart: `load`, `withdraw`, `first-frame`, `fail`, `retry`. */
export type PlaybackEvent =
  /** Another media, or the same anew: what is shown is covered until its first frame. */
  | { readonly type: "load" }
  | { readonly type: "first-frame" }
  | { readonly type: "playing" }
  | { readonly type: "waiting" }
  | { readonly type: "pause" }
  | { readonly type: "ended" }
  | { readonly type: "fail"; readonly failure: MediaFailure }
  | { readonly type: "retry" }
  /** The episode changed or its source was withdrawn. */
  | { readonly type: "withdraw" };

type StateName = PlaybackState["name"];
type Row = Partial<Record<PlaybackEvent["type"], StateName>>;

/** What every state with media allows. */
const LOADED: Row = { load: "loading", fail: "failed", withdraw: "idle" };

/** The machine of architecture.md. An event without an entry is ignored. */
export const PLAYBACK_TABLE: Readonly<Record<StateName, Row>> = {
  idle: { load: "loading" },
  // `playing` may come before the first frame is on the screen; the slot repeats it after `first-frame`.
  loading: { ...LOADED, "first-frame": "ready" },
  ready: { ...LOADED, playing: "playing", waiting: "stalled", ended: "ended" },
  playing: { ...LOADED, waiting: "stalled", pause: "paused", ended: "ended" },
  stalled: { ...LOADED, playing: "playing", pause: "paused", ended: "ended" },
  paused: { ...LOADED, playing: "playing", waiting: "stalled", ended: "ended" },
  // A viewer who seeks back from the end or plays again leaves it through `playing`.
  ended: { ...LOADED, playing: "playing", waiting: "stalled" },
  failed: { load: "loading", retry: "loading", withdraw: "idle" },
};

/** The state of a slot that holds nothing. */
export const IDLE: PlaybackState = Object.freeze({ name: "idle" });

/** The state after an event; the same object when the event is not for this state. */
export function transition(state: PlaybackState, event: PlaybackEvent): PlaybackState {
  const name = PLAYBACK_TABLE[state.name][event.type];
  if (name === undefined) return state;
  if (name === "idle") return IDLE;
  if (name === "failed") {
    return event.type === "fail" ? Object.freeze({ name, failure: event.failure }) : state;
  }
  return Object.freeze({ name });
}
