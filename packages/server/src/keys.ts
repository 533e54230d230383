import { createHmac, type Hmac } from "./sha256.js";

/** What a secret is used for. Each purpose gets its own key, so that no signature passes for another's. */
export type KeyPurpose = "guest" | "quote" | "delivery";

/** Secrets by id; new signatures use `current`, old ones stay valid while their key is listed (rotation). */
export interface KeySet {
  readonly current: string;
  /** Key id (1–16 letters and digits) → base64url of at least 32 random bytes. */
  readonly keys: Readonly<Record<string, string>>;
}

/** Signs and checks texts with HMAC-SHA-256. Made by {@link createKeyring}. */
export interface Keyring {
  readonly current: string;
  /** All that are listed; signatures by any of them are valid. */
  readonly ids: readonly string[];
  /** The key for one purpose; undefined for an id that is not listed. */
  find(purpose: KeyPurpose, id: string): Promise<CryptoKey | undefined>;
  /** base64url of the signature by the current key, or by that of `id`. */
  sign(purpose: KeyPurpose, text: string, id?: string): Promise<string>;
  /** Compares in constant time. */
  verify(purpose: KeyPurpose, claim: { id: string; text: string; signature: string }): Promise<boolean>;
}

/** The key type of Web Crypto, which the Node types do not put into the global scope. */
export type CryptoKey = Awaited<ReturnType<typeof crypto.subtle.importKey>>;

const KEY_ID = /^[A-Za-z0-9]{1,16}$/;
const MIN_SECRET_BYTES = 32;
const KEY_BITS = 256;

/**
 * Reads a key set.
 *
 * @throws Error naming the field that is wrong
 */
export function parseKeySet(json: unknown): KeySet {
  const fields = json as Partial<KeySet> | null;
  if (typeof fields !== "object" || fields === null || typeof fields.keys !== "object" || !fields.keys)
    throw new Error('expected {"current": "…", "keys": {…}}');
  for (const [id, secret] of Object.entries(fields.keys)) {
    if (!KEY_ID.test(id)) throw new Error(`keys: the id '${id}' is not 1–16 letters and digits`);
    if (typeof secret !== "string" || (fromBase64Url(secret)?.length ?? 0) < MIN_SECRET_BYTES)
      throw new Error(`keys.${id}: expected base64url of at least ${MIN_SECRET_BYTES} bytes`);
  }
  if (typeof fields.current !== "string" || fields.keys[fields.current] === undefined)
    throw new Error("current: expected the id of one of the keys");
  return { current: fields.current, keys: fields.keys };
}

/** A new key set with one random secret. */
export function generateKeySet(): KeySet {
  return {
    current: "k1",
    keys: { k1: toBase64Url(crypto.getRandomValues(new Uint8Array(MIN_SECRET_BYTES))) },
  };
}

/** The same key as jose takes it, and as this server signs with it. */
interface DerivedKey {
  readonly key: CryptoKey;
  readonly hmac: Hmac;
}

/** Makes a keyring; keys are derived when first used and kept. */
export function createKeyring(set: KeySet): Keyring {
  const derived = new Map<string, Promise<DerivedKey>>();

  const derivedFor = (purpose: KeyPurpose, id: string) => {
    const name = `${purpose}/${id}`;
    const known = derived.get(name);
    if (known) return known;
    const secret = Object.hasOwn(set.keys, id) ? fromBase64Url(set.keys[id] ?? "") : undefined;
    if (!secret) return undefined;
    const key = derive(secret, purpose);
    derived.set(name, key);
    return key;
  };

  return {
    current: set.current,
    ids: Object.keys(set.keys),
    find: async (purpose, id) => (await derivedFor(purpose, id))?.key,
    async sign(purpose, text, id = set.current) {
      const key = await derivedFor(purpose, id);
      if (!key) throw new Error(`The key '${id}' is gone.`);
      return toBase64Url(await key.hmac.sign(text));
    },
    async verify(purpose, { id, text, signature }) {
      const key = await derivedFor(purpose, id);
      const bytes = fromBase64Url(signature);
      return key !== undefined && bytes !== undefined && key.hmac.verify(text, bytes);
    },
  };
}

async function derive(secret: Uint8Array, purpose: KeyPurpose): Promise<DerivedKey> {
  const base = await crypto.subtle.importKey("raw", secret, "HKDF", false, ["deriveBits"]);
  const info = encode(`micro-drama/${purpose}`);
  const bits = new Uint8Array(
    await crypto.subtle.deriveBits(
      { name: "HKDF", hash: "SHA-256", salt: new Uint8Array(), info },
      base,
      KEY_BITS,
    ),
  );
  const algorithm = { name: "HMAC", hash: "SHA-256" };
  return {
    key: await crypto.subtle.importKey("raw", bits, algorithm, false, ["sign", "verify"]),
    hmac: await createHmac(bits),
  };
}

function encode(text: string): Uint8Array {
  return new TextEncoder().encode(text);
}

/** base64url without padding (RFC 4648, section 5). */
export function toBase64Url(bytes: Uint8Array): string {
  return btoa(String.fromCharCode(...bytes))
    .replaceAll("+", "-")
    .replaceAll("/", "_")
    .replaceAll("=", "");
}

/** The bytes of base64url text; undefined when it is none. */
export function fromBase64Url(text: string): Uint8Array | undefined {
  if (!/^[\w-]*$/.test(text)) return undefined;
  try {
    return Uint8Array.from(atob(text.replaceAll("-", "+").replaceAll("_", "/")), (c) => c.charCodeAt(0));
  } catch {
    return undefined;
  }
}
