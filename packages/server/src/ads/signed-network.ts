import { createHmac, type Hmac } from "../sha256.js";
import type { AdNetwork, SeenFilm } from "./ad-network.js";

/** How far the clock of a callback may be from ours, as Standard Webhooks asks for. */
const TOLERANCE_SECONDS = 300;
const SECRET = /^whsec_([A-Za-z0-9+/]{32,}={0,2})$/;

/**
 * A network that signs its callbacks as Standard Webhooks says (https://www.standardwebhooks.com): HMAC-SHA-256 over
 * `id.timestamp.body`. The body is `{"type": "film.completed", "data": {"session": "…"}}`; `webhook-id` is the transaction.
 *
 * @param secret `whsec_` and base64 of at least 24 bytes
 * @throws Error when the secret is none
 */
export function createSignedNetwork(name: string, secret: string): AdNetwork {
  const key = keyOf(secret);
  let hmac: Promise<Hmac> | undefined;
  return {
    name,
    async readFilm({ headers, body, now }) {
      const id = headers.get("webhook-id") ?? "";
      const timestamp = headers.get("webhook-timestamp") ?? "";
      if (!/^[\w.-]{1,200}$/.test(id) || !/^\d{1,12}$/.test(timestamp)) return undefined;
      if (Math.abs(now / 1000 - Number(timestamp)) > TOLERANCE_SECONDS) return undefined;
      hmac ??= createHmac(key);
      const text = `${id}.${timestamp}.${body}`;
      // Several while a secret is being replaced.
      for (const signature of (headers.get("webhook-signature") ?? "").split(" ")) {
        const bytes = signature.startsWith("v1,") ? fromBase64(signature.slice(3)) : undefined;
        if (bytes && (await (await hmac).verify(text, bytes))) return readBody(id, body);
      }
      return undefined;
    },
  };
}

/** Headers of a callback, for a network of one's own. `at`: milliseconds since 1970. */
export async function signCallback(
  secret: string,
  { id, at, body }: { readonly id: string; readonly at: number; readonly body: string },
): Promise<Record<string, string>> {
  const timestamp = String(Math.floor(at / 1000));
  const signature = await (await createHmac(keyOf(secret))).sign(`${id}.${timestamp}.${body}`);
  return {
    "content-type": "application/json",
    "webhook-id": id,
    "webhook-timestamp": timestamp,
    "webhook-signature": `v1,${btoa(String.fromCharCode(...signature))}`,
  };
}

function keyOf(secret: string): Uint8Array {
  const bytes = fromBase64(SECRET.exec(secret)?.[1] ?? "");
  if (!bytes || bytes.length < 24) throw new Error("expected whsec_ and base64 of at least 24 bytes");
  return bytes;
}

function fromBase64(text: string): Uint8Array | undefined {
  try {
    return Uint8Array.from(atob(text), (letter) => letter.charCodeAt(0));
  } catch {
    return undefined;
  }
}

function readBody(transaction: string, body: string): SeenFilm | undefined {
  try {
    const { type, data } = JSON.parse(body) as { type?: unknown; data?: { session?: unknown } };
    if (type !== "film.completed" || typeof data?.session !== "string") return undefined;
    return { session: data.session, transaction };
  } catch {
    return undefined;
  }
}
