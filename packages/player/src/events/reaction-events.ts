import type { Reactions } from "../core/choices.js";
import type { DramaEventDetails } from "./details.js";
import { DramaEvent } from "./drama-event.js";

/**
 * Asks the page what this viewer has said of a series before. A page that keeps likes, or who follows, answers with
 * `respondWith`, synchronously in its listener; only then there are buttons for them. Sent for the first series once a
 * film of it plays, for every later one when it comes; again when the viewer became another (`recheck()`, a sign-in), and
 * when the network is back and there was no answer.
 *
 * @example
 * player.addEventListener("drama-reactions-request", (event) => {
 *   event.respondWith(fetch(`/me/reactions/${event.detail.series}`).then((answer) => answer.json()));
 * });
 */
export class DramaReactionsRequestEvent extends DramaEvent<"drama-reactions-request"> {
  #answer: Promise<unknown> | undefined;

  constructor(detail: DramaEventDetails["drama-reactions-request"]) {
    super("drama-reactions-request", detail);
  }

  /**
   * @param reactions `likes`: ids of the episodes that the viewer likes; `follows`: whether they follow the series. Leave
   *   out what the page does not keep
   */
  respondWith(reactions: Reactions | Promise<Reactions>): void {
    this.#answer = Promise.resolve(reactions);
  }

  /** What the page answers, if it does. For the element. */
  get answer(): Promise<unknown> | undefined {
    return this.#answer;
  }
}

/**
 * The viewer likes an episode, follows a series, or does so no more; the player shows it already. `respondWith(promise)`,
 * synchronously in the listener, tells how keeping it went: a promise that rejects, or brings `false`, takes it back, and
 * so does `preventDefault()`. Without either it stands.
 */
export class DramaReactionEvent extends DramaEvent<"drama-like-request" | "drama-follow-request"> {
  #kept: Promise<unknown> | undefined;

  /** @param kept a promise of whatever; `false` and a rejection take the reaction back */
  respondWith(kept: Promise<unknown> | boolean): void {
    this.#kept = Promise.resolve(kept);
  }

  /** Whether the page kept it. For the element. Never rejects. */
  get kept(): Promise<boolean> {
    return this.defaultPrevented ? Promise.resolve(false) : isKept(this.#kept);
  }
}

async function isKept(answer: Promise<unknown> | undefined): Promise<boolean> {
  try {
    return (await answer) !== false;
  } catch {
    return false;
  }
}
