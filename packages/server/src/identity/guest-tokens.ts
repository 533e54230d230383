import { jwtVerify, SignJWT } from "jose";
import { type Keyring, toBase64Url } from "../keys.js";

/** `iss` of the tokens that this server gives to guests. */
export const GUEST_ISSUER = "micro-drama-guest";
/** `aud` of every token that names a viewer to this protocol. */
export const AUDIENCE = "micro-drama";

/** Renewed silently, so it can be short: a leaked one is soon worth nothing. */
export const GUEST_TOKEN_SECONDS = 15 * 60;
/** What a guest bought should be there after a long summer. Every renewal starts it anew. */
const REFRESH_SECONDS = 400 * 86_400;

const ACCESS_TYPE = "at+jwt";
const REFRESH_TYPE = "refresh+jwt";
const REFRESH_AUDIENCE = "micro-drama/refresh";

/** What a guest gets: body of `POST /guests` and `POST /guests/refresh`. */
export interface GuestTokens {
  readonly viewer: string;
  readonly token: string;
  readonly expiresAt: string;
  readonly refreshToken: string;
}

/** 128 random bits: nobody guesses another guest. */
export function createGuestSubject(): string {
  return `g_${toBase64Url(crypto.getRandomValues(new Uint8Array(16)))}`;
}

/** Signs a pair for a guest. `origin` binds the access token to the page's origin, when there is one. */
export async function signGuestTokens(
  keys: Keyring,
  { subject, origin, now }: { subject: string; origin: string | undefined; now: number },
): Promise<GuestTokens> {
  const key = await keys.find("guest", keys.current);
  if (!key) throw new Error(`The key '${keys.current}' is gone.`);
  const iat = Math.floor(now / 1000);
  const sign = (type: string, audience: string, seconds: number, claims: Record<string, string>) =>
    new SignJWT({ ...claims, jti: toBase64Url(crypto.getRandomValues(new Uint8Array(12))) })
      .setProtectedHeader({ alg: "HS256", typ: type, kid: keys.current })
      .setIssuer(GUEST_ISSUER)
      .setSubject(subject)
      .setAudience(audience)
      .setIssuedAt(iat)
      .setExpirationTime(iat + seconds)
      .sign(key);
  return {
    viewer: subject,
    token: await sign(ACCESS_TYPE, AUDIENCE, GUEST_TOKEN_SECONDS, {
      scope: "check spend",
      ...(origin === undefined ? {} : { azp: origin }),
    }),
    expiresAt: new Date((iat + GUEST_TOKEN_SECONDS) * 1000).toISOString(),
    refreshToken: await sign(REFRESH_TYPE, REFRESH_AUDIENCE, REFRESH_SECONDS, {}),
  };
}

/** The guest whom a refresh token names. @throws jose's error when it is not ours, too old, or of another kind */
export async function readRefreshToken(keys: Keyring, token: string, now: number): Promise<string> {
  const { payload } = await jwtVerify(token, guestKey(keys), {
    algorithms: ["HS256"],
    issuer: GUEST_ISSUER,
    audience: REFRESH_AUDIENCE,
    typ: REFRESH_TYPE,
    requiredClaims: ["sub", "iat", "exp"],
    currentDate: new Date(now),
  });
  return payload.sub ?? "";
}

/** Rules by which a guest's access token is read. */
export const GUEST_TOKEN_RULES = { algorithms: ["HS256"], typ: ACCESS_TYPE } as const;

/** Finds the key that a token names; an unknown id is an error, never a default. */
export function guestKey(keys: Keyring) {
  return async ({ kid }: { kid?: string }) => {
    const key = await keys.find("guest", kid ?? "");
    if (!key) throw new Error("unknown key id");
    return key;
  };
}
