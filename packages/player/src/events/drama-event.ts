import type { HostAnswer } from "@micro-drama/sdk";
import type { DramaEventDetails, DramaEventName } from "./details.js";
import type { DramaReactionEvent, DramaReactionsRequestEvent } from "./reaction-events.js";

/**
 * An event of `<micro-drama>`: bubbles, crosses shadow roots, carries plain frozen data in `detail`.
 * Only names that end in `-request` can be cancelled.
 */
export class DramaEvent<Name extends DramaEventName = DramaEventName> extends Event {
  readonly detail: DramaEventDetails[Name];

  constructor(name: Name, detail: DramaEventDetails[Name]) {
    super(name, { bubbles: true, composed: true, cancelable: name.endsWith("-request") });
    Object.freeze(detail);
    this.detail = detail;
  }
}

/**
 * The viewer chose an offer; nothing was sent yet. A page with its own subscription or shop takes over with
 * `respondWith(promise)`, synchronously in its listener; `preventDefault()` alone stops the purchase.
 *
 * @example
 * player.addEventListener("drama-unlock-request", (event) => {
 *   event.respondWith(askMySubscriptions().then((ok) => (ok ? { outcome: "granted", playback } : { outcome: "declined" })));
 * });
 */
export class DramaUnlockRequestEvent extends DramaEvent<"drama-unlock-request"> {
  #answer: Promise<HostAnswer> | undefined;

  constructor(detail: DramaEventDetails["drama-unlock-request"]) {
    super("drama-unlock-request", detail);
  }

  /** @throws TypeError when called twice */
  respondWith(answer: Promise<HostAnswer> | HostAnswer): void {
    if (this.#answer) throw new TypeError("respondWith() was called twice.");
    this.#answer = Promise.resolve(answer);
  }

  /** What the page answers, when it took over. For the element. */
  get answer(): Promise<HostAnswer> | undefined {
    return this.#answer;
  }
}

/**
 * The viewer goes on to an episode that may play: a page may show something of its own first, e.g. an advertisement.
 * Call `waitUntil(promise)` synchronously in the listener; the episode plays when the promise settles, and after 90 s
 * at the latest. Nothing is asked at locks, nor when the page itself moves the feed.
 *
 * @example
 * player.addEventListener("drama-break-request", (event) => event.waitUntil(showAdvertisement()));
 */
export class DramaBreakRequestEvent extends DramaEvent<"drama-break-request"> {
  #pending: Promise<unknown> | undefined;

  constructor(detail: DramaEventDetails["drama-break-request"]) {
    super("drama-break-request", detail);
  }

  /** The episode waits for all promises that it was given. */
  waitUntil(promise: Promise<unknown>): void {
    this.#pending = this.#pending ? Promise.all([this.#pending, promise]) : promise;
    // Whoever waits looks at it later; the page's failure is no error of the player's.
    this.#pending.catch(() => undefined);
  }

  /** What the page is busy with. For the element. */
  get pending(): Promise<unknown> | undefined {
    return this.#pending;
  }
}

declare global {
  interface HTMLElementEventMap extends DramaEventMap {}
}

/** Event classes by name, for typed `addEventListener`. */
export type DramaEventMap = {
  [Name in DramaEventName]: Name extends "drama-unlock-request"
    ? DramaUnlockRequestEvent
    : Name extends "drama-break-request"
      ? DramaBreakRequestEvent
      : Name extends "drama-reactions-request"
        ? DramaReactionsRequestEvent
        : Name extends "drama-like-request" | "drama-follow-request"
          ? DramaReactionEvent
          : DramaEvent<Name>;
};
