import type { HostAnswer } from "@micro-drama/sdk";
import type { DramaEventDetails, DramaEventName } from "./details.js";

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

declare global {
  interface HTMLElementEventMap extends DramaEventMap {}
}

/** Event classes by name, for typed `addEventListener`. */
export type DramaEventMap = {
  [Name in DramaEventName]: Name extends "drama-unlock-request" ? DramaUnlockRequestEvent : DramaEvent<Name>;
};
