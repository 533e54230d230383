import type { Playback } from "@micro-drama/protocol";
import type { MediaTarget } from "../core/media-fact.js";
import type { TokenChange } from "./token-url.js";
import { findTokenChange, replaceToken, withQuery } from "./token-url.js";

/** Share of a signed address' lifetime after which it is renewed. */
const RENEW_AT = 0.75;

/** What ends sooner is left to its refusal: asking ever faster would not help. */
const SHORTEST_LIFETIME_MS = 500;

/** Timers beyond this many milliseconds fire at once. */
const LONGEST_TIMER_MS = 2 ** 31 - 1;

/**
 * The addresses of one target, kept valid: a signed address is renewed before it expires and after a refusal,
 * and every request is sent to the newest one, so that nothing has to be loaded anew.
 */
export class MediaAccess {
  #media: MediaTarget["media"];
  readonly #refreshTarget: MediaTarget["refresh"];
  readonly #signal: AbortSignal;
  readonly #startUrl: string;
  readonly #changes: TokenChange[] = [];
  readonly #formerQueries: string[] = [];
  #timer: ReturnType<typeof setTimeout> | undefined;
  #renewAt = Number.POSITIVE_INFINITY;
  #pending: Promise<boolean> | undefined;

  /** Lives until the signal aborts. */
  constructor(target: MediaTarget, signal: AbortSignal) {
    this.#media = target.media;
    this.#refreshTarget = target.refresh;
    this.#signal = signal;
    this.#startUrl = target.media.url;
    this.#schedule();
    signal.addEventListener("abort", () => clearTimeout(this.#timer), { once: true });
  }

  /** Newest address of the multivariant playlist or the file. */
  get url(): string {
    return this.#media.url;
  }

  /** True when a refused address can be renewed. */
  get isRenewable(): boolean {
    return this.#refreshTarget !== undefined;
  }

  /** Where a request for this address has to go now. */
  resolve(url: string): string {
    if (url === this.#startUrl || url === this.url) return this.url;
    const current = replaceToken(url, this.#changes);
    const query = queryOf(this.#media);
    if (query === undefined || !isSameOrigin(current, this.url)) return current;
    return withQuery(current, query, this.#formerQueries);
  }

  /** Renews the address; asked several times at once, it asks once. False when it could not be renewed. */
  renew(): Promise<boolean> {
    this.#pending ??= this.#renew().finally(() => {
      this.#pending = undefined;
    });
    return this.#pending;
  }

  /** For moments in which timers may have slept: the page is visible again, the device woke up. Absent: not yet. */
  renewIfDue(): Promise<boolean> | undefined {
    return Date.now() >= this.#renewAt ? this.renew() : undefined;
  }

  async #renew(): Promise<boolean> {
    if (!this.#refreshTarget || this.#signal.aborted) return false;
    try {
      const fresh = await this.#refreshTarget(this.#signal);
      if (this.#signal.aborted) return false;
      this.#accept(fresh);
      return true;
    } catch {
      // The host's own trouble: asked again while the address still works, and if it does not the refusal is told.
      this.#schedule();
      return false;
    }
  }

  #accept(fresh: Playback): void {
    const change = findTokenChange(this.url, fresh.url);
    if (change) this.#changes.push(change);
    const formerQuery = queryOf(this.#media);
    if (formerQuery) this.#formerQueries.push(formerQuery);
    this.#media = fresh;
    this.#schedule();
  }

  #schedule(): void {
    clearTimeout(this.#timer);
    this.#renewAt = Number.POSITIVE_INFINITY;
    const expiresAt = "expiresAt" in this.#media ? Date.parse(this.#media.expiresAt ?? "") : Number.NaN;
    const lifetimeMs = expiresAt - Date.now();
    // A clock that is wrong by more than the lifetime makes it negative: then only a refusal renews.
    if (!this.isRenewable || !(lifetimeMs > SHORTEST_LIFETIME_MS)) return;
    const delayMs = lifetimeMs * RENEW_AT;
    this.#renewAt = Date.now() + delayMs;
    if (delayMs < LONGEST_TIMER_MS) this.#timer = setTimeout(() => void this.renew(), delayMs);
  }
}

function queryOf(media: MediaTarget["media"]): string | undefined {
  return "childQuery" in media ? media.childQuery : undefined;
}

function isSameOrigin(a: string, b: string): boolean {
  return new URL(a, b).origin === new URL(b, a).origin;
}
