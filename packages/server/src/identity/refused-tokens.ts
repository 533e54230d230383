import { UNKNOWN_ADDRESS } from "../http/call.js";
import { refuseFor } from "../http/limited.js";
import { ProblemError } from "../http/problem.js";
import { createRateLimiter, DEFAULT_LIMITS } from "../http/rate-limit.js";
import type { Platform } from "../platform.js";

/** Runs a look at a token that nobody has believed yet, unless its address has had too many refused. */
export type LimitRefusals = <T>(address: string, look: () => Promise<T>) => Promise<T>;

/**
 * Limits by address how many tokens are refused, before the next one costs a check of its signature. Only refusals count,
 * and so only after the fact: a thousand viewers who come at once behind one address are let in, and of a thousand forgers
 * the address is in debt. Where the server is not told addresses nothing is limited: one forger would shut everybody out.
 */
export function createRefusalLimit({ policy, now }: Pick<Platform, "policy" | "now">): LimitRefusals {
  const limiter = createRateLimiter(policy.limits?.refused ?? DEFAULT_LIMITS.refused);
  return async (address, look) => {
    if (address === UNKNOWN_ADDRESS) return look();
    refuseFor(limiter.wait(address, now()), "Too many tokens from here were refused.");
    try {
      return await look();
    } catch (error) {
      if (error instanceof ProblemError && error.code === "auth-expired") limiter.charge(address, now());
      throw error;
    }
  };
}
