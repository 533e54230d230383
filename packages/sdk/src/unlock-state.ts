import type {
  DeclineReason,
  GrantVia,
  Iso,
  Offer,
  Playback,
  Price,
  Receipt,
  UnavailableReason,
} from "@micro-drama/protocol";

/** Why the last attempt did not open the episode; shown beside the offers. */
export interface Decline {
  readonly reason: DeclineReason;
  readonly shortfall?: Price;
  readonly availableAt?: Iso;
  /** Where the viewer confirms, with `confirmation-required`. */
  readonly confirmUrl?: string;
  /** Words of the page that decided (`respondWith`), shown as text. */
  readonly message?: string;
}

/** A failure in words that a view can show; never carries a secret or a URL of media. */
export interface Failure {
  readonly code: string;
  readonly message: string;
  readonly retryable: boolean;
}

/**
 * Where one episode stands for this viewer: the states of the unlock machine, each with only its own data.
 * Only `granted` ever releases media, and no failure leads there.
 */
export type UnlockState =
  | { readonly name: "unknown" }
  | { readonly name: "checking" }
  | {
      readonly name: "locked";
      readonly offers: readonly Offer[];
      /** The platform's no to the last attempt. */
      readonly decline?: Decline;
      /** The last attempt never reached the platform: nothing was charged. */
      readonly failure?: Failure;
    }
  | { readonly name: "signed-out"; readonly offers: readonly Offer[] }
  | { readonly name: "unlocking"; readonly offer: Offer; readonly offers: readonly Offer[] }
  /** The platform took the order: payment or reward is under way there. `offers` are the ones last known. */
  | { readonly name: "pending"; readonly offer: Offer; readonly offers?: readonly Offer[] }
  /** Sent, no answer: money may have moved. No purchase is offered meanwhile. `offer` is unknown after a reload. */
  | { readonly name: "confirming"; readonly offer?: Offer; readonly offers?: readonly Offer[] }
  | {
      readonly name: "granted";
      readonly via: GrantVia;
      readonly until?: Iso;
      readonly playback?: Playback;
      readonly receipt?: Receipt;
      /** What this visit's unlock cost; `null` when it was owned already. */
      readonly charged?: Price | null;
    }
  | { readonly name: "unavailable"; readonly reason: UnavailableReason }
  | { readonly name: "failed"; readonly failure: Failure };

/** The names of the unlock states. */
export type UnlockStateName = UnlockState["name"];
