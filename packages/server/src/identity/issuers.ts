import { createRemoteJWKSet, type JWTVerifyGetKey } from "jose";

/** A publisher or log-in service whose tokens name viewers. */
export interface TrustedIssuer {
  /** The `iss` of its tokens. */
  readonly name: string;
  /** Algorithms that are believed; a fixed list, so that no token can choose its own. */
  readonly algorithms: readonly string[];
  readonly key: Uint8Array | JWTVerifyGetKey;
}

/** Shorter ones can be guessed (RFC 7518, section 3.2). */
const MIN_SECRET_BYTES = 32;

/** Trusts the keys of a JWKS; they are fetched when first needed and again when a new key id appears. */
export function createJwksIssuer(name: string, url: string): TrustedIssuer {
  return {
    name,
    algorithms: ["EdDSA", "Ed25519", "ES256", "RS256", "PS256"],
    key: createRemoteJWKSet(new URL(url)),
  };
}

/** Trusts a secret that is shared with the issuer. @throws Error when it is too short */
export function createSecretIssuer(name: string, secret: string): TrustedIssuer {
  const key = new TextEncoder().encode(secret);
  if (key.byteLength < MIN_SECRET_BYTES)
    throw new Error(`the secret has ${key.byteLength} bytes; at least ${MIN_SECRET_BYTES} are needed`);
  // Imported once: for every token it would cost as much as checking the token.
  let imported: ReturnType<typeof importHmac> | undefined;
  return { name, algorithms: ["HS256"], key: () => (imported ??= importHmac(key)) };
}

function importHmac(secret: Uint8Array) {
  return crypto.subtle.importKey("raw", secret, { name: "HMAC", hash: "SHA-256" }, false, ["verify"]);
}
