/**
 * Node's own crypto, where there is one. It answers at once, and a text of some hundred bytes takes it microseconds; Web
 * Crypto sends each through the thread pool, which cost more than half of what an unlock took this process.
 */
const node = globalThis.process?.getBuiltinModule?.("node:crypto");

const SHA256_BYTES = 32;

/** SHA-256 of a text, by Node's crypto or by Web Crypto. */
export async function sha256(text: string): Promise<Uint8Array> {
  if (node) return node.createHash("sha256").update(text).digest();
  return new Uint8Array(await crypto.subtle.digest("SHA-256", new TextEncoder().encode(text)));
}

/** Signs texts with one HMAC-SHA-256 key, and compares in constant time. */
export interface Hmac {
  sign(text: string): Promise<Uint8Array>;
  verify(text: string, signature: Uint8Array): Promise<boolean>;
}

/** A key of at least 32 bytes, ready for use. */
export async function createHmac(key: Uint8Array): Promise<Hmac> {
  if (node) {
    const secret = node.createSecretKey(key);
    const sign = (text: string) => node.createHmac("sha256", secret).update(text).digest();
    return {
      sign: async (text) => sign(text),
      verify: async (text, signature) =>
        signature.length === SHA256_BYTES && node.timingSafeEqual(sign(text), signature),
    };
  }
  const secret = await crypto.subtle.importKey("raw", key, { name: "HMAC", hash: "SHA-256" }, false, [
    "sign",
    "verify",
  ]);
  const encode = (text: string) => new TextEncoder().encode(text);
  return {
    sign: async (text) => new Uint8Array(await crypto.subtle.sign("HMAC", secret, encode(text))),
    verify: (text, signature) => crypto.subtle.verify("HMAC", secret, signature, encode(text)),
  };
}
