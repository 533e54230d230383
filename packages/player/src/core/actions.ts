import type { Offer } from "@micro-drama/protocol";
import type { AccountRequest } from "./account-view.js";
import type { Choices } from "./choices.js";
import type { Panel } from "./view-state.js";

/** All that a viewer can do. Views call these and know nothing else; the controller carries them out. */
export interface Actions {
  togglePlay(): void;
  /** One episode on or back; `by` says which input asked. True when the player went there. */
  next(by: NavigationCause): boolean;
  previous(by: NavigationCause): boolean;
  /** Index in `series.episodes`. */
  goTo(index: number, by: NavigationCause): void;
  /** A finger or wheel began to move the feed; ends with `next`, `previous` or `swipeCancelled`. */
  swipeStarted(): void;
  swipeCancelled(): void;
  /** Seconds. */
  seek(position: number): void;
  scrubStarted(): void;
  scrubEnded(): void;
  toggleMute(): void;
  setCaptions(lang: string | null): void;
  setRate(rate: number): void;
  /** Opens the immersive mode from inline, with sound; call inside the gesture. */
  enterImmersive(): void;
  leaveImmersive(): void;
  /** Takes an offer of the gate. Ignored while the gate is not armed. */
  chooseOffer(offer: Offer, input?: { readonly code: string }): void;
  /** Leaves the gate for the last playable episode, else the opened player; on a page of its own shuts the sheet. */
  closeGate(): void;
  /** Shows the sheet again that was shut. */
  openGate(): void;
  signIn(): void;
  /** Purchases, reminders and the rule for buying without a press. */
  askAccount(request: AccountRequest): void;
  recheck(): void;
  /** After a media or manifest failure. */
  retry(): void;
  replay(): void;
  playNextSeries(): void;
  share(): void;
  openPanel(panel: Panel): void;
  /** Changes what the viewer chose; the rest stays. */
  choose(change: Choices): void;
  /** On the whole screen, or in a picture over everything; and back. Call inside the gesture. */
  showIn(place: "screen" | "picture"): void;
}

/** What made the feed move. */
export type NavigationCause = "swipe" | "wheel" | "key" | "button" | "list" | "auto" | "api";
