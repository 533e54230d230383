import type {
  GrantVia,
  Iso,
  Offer,
  Playback,
  Price,
  Receipt,
  UnavailableReason,
} from "@micro-drama/protocol";
import type { Decline, Failure } from "./unlock-state.js";

/** Everything that can happen to one episode's unlock. Events are plain facts; what to do about them is wiring. */
export type UnlockEvent =
  /** The adapter is being asked. */
  | { readonly type: "check" }
  /** The viewer signed in, and the adapter is being asked again. */
  | { readonly type: "signed-in" }
  | {
      readonly type: "grant";
      readonly via: GrantVia;
      readonly until?: Iso;
      readonly playback?: Playback;
      readonly receipt?: Receipt;
      readonly charged?: Price | null;
    }
  | {
      readonly type: "deny";
      readonly offers: readonly Offer[];
      readonly decline?: Decline;
      readonly failure?: Failure;
    }
  | { readonly type: "sign-in-required"; readonly offers: readonly Offer[] }
  | { readonly type: "unavailable"; readonly reason: UnavailableReason }
  | { readonly type: "fail"; readonly failure: Failure }
  /** The viewer took an offer. */
  | { readonly type: "choose"; readonly offer: Offer }
  | { readonly type: "declined"; readonly decline: Decline; readonly offers?: readonly Offer[] }
  /** The platform took the order; payment or reward is under way there. */
  | { readonly type: "accepted" }
  /** Sent, and no answer came: money may have moved. */
  | { readonly type: "no-answer" }
  /** Given up before anything was sent. */
  | { readonly type: "cancelled"; readonly failure?: Failure }
  /** The platform has been silent about an accepted order for too long. */
  | { readonly type: "timeout" }
  /** The backend says that it never saw the request. */
  | { readonly type: "never-arrived"; readonly failure: Failure }
  /** The stored key of an unlock of an earlier visit was found. */
  | { readonly type: "resume" }
  /** A grant's time is over. */
  | { readonly type: "expire" }
  | { readonly type: "revoke" }
  | { readonly type: "viewer-changed" }
  /** Fresh media of a grant. */
  | { readonly type: "renew"; readonly playback: Playback };

/** The names of the unlock events. */
export type UnlockEventType = UnlockEvent["type"];
