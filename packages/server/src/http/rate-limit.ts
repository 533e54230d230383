/** A bucket of tokens: `burst` at once, then `perMinute`. */
export interface RateLimit {
  readonly burst: number;
  readonly perMinute: number;
}

/** Limits by what is asked. Guests are counted by address, all else by viewer (or address, without one). */
export interface RateLimits {
  readonly guests: RateLimit;
  readonly unlocks: RateLimit;
  readonly reads: RateLimit;
  /** Tokens that were refused, by address. Default: the one of {@link DEFAULT_LIMITS}. */
  readonly refused?: RateLimit;
}

/** Generous to a person, and to a school behind one address; tight for a script. */
export const DEFAULT_LIMITS: Required<RateLimits> = {
  guests: { burst: 60, perMinute: 30 },
  unlocks: { burst: 240, perMinute: 120 },
  reads: { burst: 600, perMinute: 600 },
  // A page that wakes up sends one token that has ended. Two checks of a signature in a second are no load.
  refused: { burst: 240, perMinute: 120 },
};

/** Callers remembered at once; the longest unseen is forgotten first, and starts anew with a full bucket. */
const MAX_CALLERS = 50_000;

interface Bucket {
  readonly tokens: number;
  readonly at: number;
}

/** Counts callers, inside this process only. */
export interface RateLimiter {
  /** Takes one token of `caller`; gives 0, or the seconds until there is one. */
  take(caller: string, now: number): number;
  /** Seconds until `caller` may take one, 0 for now. Takes nothing. */
  wait(caller: string, now: number): number;
  /** Takes one also where there is none, for what is counted after the fact. The debt is a burst at most. */
  charge(caller: string, now: number): void;
}

/** Makes one limiter. */
export function createRateLimiter({ burst, perMinute }: RateLimit): RateLimiter {
  const buckets = new Map<string, Bucket>();
  const tokensOf = (caller: string, now: number): number => {
    const bucket = buckets.get(caller) ?? { tokens: burst, at: now };
    const elapsed = Math.max(0, now - bucket.at);
    return Math.min(burst, bucket.tokens + (elapsed * perMinute) / 60_000);
  };
  const keep = (caller: string, bucket: Bucket) => {
    // Deleting first moves the caller to the end of the map, which keeps the order of its insertions.
    buckets.delete(caller);
    buckets.set(caller, bucket);
    const oldest = buckets.size > MAX_CALLERS ? buckets.keys().next().value : undefined;
    if (oldest !== undefined) buckets.delete(oldest);
  };
  const secondsFor = (tokens: number) => (tokens >= 1 ? 0 : Math.ceil(((1 - tokens) * 60) / perMinute));
  return {
    take(caller, now) {
      const tokens = tokensOf(caller, now);
      keep(caller, { tokens: tokens >= 1 ? tokens - 1 : tokens, at: now });
      return secondsFor(tokens);
    },
    wait: (caller, now) => secondsFor(tokensOf(caller, now)),
    charge: (caller, now) => keep(caller, { tokens: Math.max(-burst, tokensOf(caller, now) - 1), at: now }),
  };
}
