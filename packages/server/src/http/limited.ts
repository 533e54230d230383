import type { Authenticate } from "../identity/authenticate.js";
import type { Platform } from "../platform.js";
import type { Call, Route } from "./call.js";
import { ProblemError } from "./problem.js";
import { createRateLimiter, DEFAULT_LIMITS, type RateLimits } from "./rate-limit.js";

/** Puts a limit before a route. Routes that share a name share their buckets. */
export type Limit = (name: Exclude<keyof RateLimits, "refused">, route: Route) => Route;

/** Refuses a caller who has to wait. @throws ProblemError `rate-limited`, which says how long */
export function refuseFor(seconds: number, detail: string): void {
  if (seconds > 0) throw new ProblemError("rate-limited", { detail }, { "retry-after": String(seconds) });
}

/** Limits that count by viewer (by address while nobody is known), and by address alone. */
export function createLimits(
  { policy, now }: Platform,
  authenticate: Authenticate,
): { readonly perViewer: Limit; readonly perAddress: Limit } {
  const limits = policy.limits ?? DEFAULT_LIMITS;
  const limiters = {
    guests: createRateLimiter(limits.guests),
    unlocks: createRateLimiter(limits.unlocks),
    reads: createRateLimiter(limits.reads),
  };
  const limit =
    (nameOf: (call: Call) => Promise<string>): Limit =>
    (name, route) =>
    async (call) => {
      refuseFor(limiters[name].take(await nameOf(call), now()), "Too many requests.");
      return route(call);
    };
  const byAddress = async (call: Call) => `address ${call.address}`;
  return {
    perAddress: limit(byAddress),
    perViewer: limit(async (call) => {
      const viewer = await authenticate(call);
      return viewer ? `viewer ${viewer.key}` : byAddress(call);
    }),
  };
}
