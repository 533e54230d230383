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
}

/** Generous to a person, and to a school behind one address; tight for a script. */
export const DEFAULT_LIMITS: RateLimits = {
  guests: { burst: 60, perMinute: 30 },
  unlocks: { burst: 240, perMinute: 120 },
  reads: { burst: 600, perMinute: 600 },
};

/** Callers remembered at once; the longest unseen is forgotten first, and starts anew with a full bucket. */
const MAX_CALLERS = 50_000;

interface Bucket {
  tokens: number;
  at: number;
}

/** Takes one token of `caller`; gives 0, or the seconds until there is one. Counts inside this process only. */
export type TakeToken = (caller: string, now: number) => number;

/** Makes one limiter. */
export function createRateLimiter({ burst, perMinute }: RateLimit): TakeToken {
  const buckets = new Map<string, Bucket>();
  return (caller, now) => {
    const bucket = buckets.get(caller) ?? { tokens: burst, at: now };
    const elapsed = Math.max(0, now - bucket.at);
    const tokens = Math.min(burst, bucket.tokens + (elapsed * perMinute) / 60_000);
    const isAllowed = tokens >= 1;
    // Deleting first moves the caller to the end of the map, which keeps the order of its insertions.
    buckets.delete(caller);
    buckets.set(caller, { tokens: isAllowed ? tokens - 1 : tokens, at: now });
    const oldest = buckets.size > MAX_CALLERS ? buckets.keys().next().value : undefined;
    if (oldest !== undefined) buckets.delete(oldest);
    return isAllowed ? 0 : Math.ceil(((1 - tokens) * 60) / perMinute);
  };
}
