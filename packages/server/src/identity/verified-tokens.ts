import type { JWTPayload } from "jose";
import { toBase64Url } from "../keys.js";
import { sha256 } from "../sha256.js";

/** A key that its issuer takes back stops counting this much later. */
const TRUST_MS = 60_000;
/** Tokens remembered at once; the oldest are forgotten first. */
const MAX_TOKENS = 20_000;

interface Verified<T> {
  readonly claims: T;
  readonly from: number;
  readonly until: number;
}

/** Gives the claims of a token that is believed; `context` is what the verifier wants to know beside it. */
export type VerifyToken<T extends JWTPayload, Context> = (
  token: string,
  now: number,
  context: Context,
) => Promise<T>;

/** Looks at a token. `wasBelieved`: it has been believed here before, so that nobody guessed it. */
export type LookAtToken<T extends JWTPayload, Context> = (
  token: string,
  now: number,
  options: { readonly context: Context; readonly wasBelieved: boolean },
) => Promise<T>;

/**
 * Remembers for a minute which tokens were believed, and never past their own end: a page sends the same one with every
 * request. Kept by digest, so that a memory dump holds none; what was refused is not kept.
 *
 * @param maxAgeSeconds the oldest `iat` that counts
 */
export function rememberVerified<T extends JWTPayload, Context>(
  verify: LookAtToken<T, Context>,
  { maxAgeSeconds }: { readonly maxAgeSeconds: number },
): VerifyToken<T, Context> {
  const verified = new Map<string, Verified<T>>();
  return async (token, now, context) => {
    const name = toBase64Url(await sha256(token));
    const known = verified.get(name);
    // A clock that goes back proves nothing about what was believed in its future.
    if (known && known.from <= now && now < known.until) return known.claims;
    const looked = verify(token, now, { context, wasBelieved: known !== undefined });
    const claims = await looked.finally(() => verified.delete(name));
    const { exp = 0, iat = 0 } = claims;
    const until = Math.min(now + TRUST_MS, exp * 1000, (iat + maxAgeSeconds) * 1000);
    verified.set(name, { claims, from: now, until });
    const oldest = verified.size > MAX_TOKENS ? verified.keys().next().value : undefined;
    if (oldest !== undefined) verified.delete(oldest);
    return claims;
  };
}
