import type { Playback } from "@micro-drama/protocol";
import type { MediaAccess } from "../core/media-fact.js";
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
export class SignedAccess implements MediaAccess {
  readonly isRenewable = true;
  #media: Playback;
  readonly #refresh: (signal: AbortSignal) => Promise<Playback>;
  readonly #signal: AbortSignal;
  readonly #startUrl: string;
  readonly #changes: TokenChange[] = [];
  readonly #formerQueries: string[] = [];
  #timer: ReturnType<typeof setTimeout> | undefined;
  #renewAt = Number.POSITIVE_INFINITY;
  #pending: Promise<boolean> | undefined;

  /**
   * Lives until the signal aborts.
   *
   * @param refresh brings a fresh playback before an address expires, and after a refusal
   */
  constructor(media: Playback, refresh: (signal: AbortSignal) => Promise<Playback>, signal: AbortSignal) {
    this.#media = media;
    this.#refresh = refresh;
    this.#signal = signal;
    this.#startUrl = media.url;
    this.#schedule();
    signal.addEventListener("abort", () => clearTimeout(this.#timer), { once: true });
  }

  get url(): string {
    return this.#media.url;
  }

  resolve(url: string): string {
    if (url === this.#startUrl || url === this.url) return this.url;
    const current = replaceToken(url, this.#changes);
    const query = this.#media.childQuery;
    if (query === undefined || !isSameOrigin(current, this.url)) return current;
    return withQuery(current, query, this.#formerQueries);
  }

  renew(): Promise<boolean> {
    this.#pending ??= this.#renew().finally(() => {
      this.#pending = undefined;
    });
    return this.#pending;
  }

  renewIfDue(): Promise<boolean> | undefined {
    return Date.now() >= this.#renewAt ? this.renew() : undefined;
  }

  async #renew(): Promise<boolean> {
    if (this.#signal.aborted) return false;
    try {
      const fresh = await this.#refresh(this.#signal);
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
    const formerQuery = this.#media.childQuery;
    if (formerQuery) this.#formerQueries.push(formerQuery);
    this.#media = fresh;
    this.#schedule();
  }

  #schedule(): void {
    clearTimeout(this.#timer);
    this.#renewAt = Number.POSITIVE_INFINITY;
    const expiresAt = Date.parse(this.#media.expiresAt ?? "");
    const lifetimeMs = expiresAt - Date.now();
    // A clock that is wrong by more than the lifetime makes it negative: then only a refusal renews.
    if (!(lifetimeMs > SHORTEST_LIFETIME_MS)) return;
    const delayMs = lifetimeMs * RENEW_AT;
    this.#renewAt = Date.now() + delayMs;
    if (delayMs < LONGEST_TIMER_MS) this.#timer = setTimeout(() => void this.renew(), delayMs);
  }
}

function isSameOrigin(a: string, b: string): boolean {
  return new URL(a, b).origin === new URL(b, a).origin;
}
