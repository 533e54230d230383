import { toBase64Url } from "../keys.js";
import type { Edge } from "./edge.js";

/**
 * Bunny CDN with token authentication: the path form, which HLS needs. Its pull zone serves the folder `protected/`.
 * The token carries the end and the asset; there is no place for a session in it. `origin` is that of the pull zone.
 *
 * Format: HMAC-SHA-256 by https://github.com/BunnyWay/BunnyCDN.TokenAuthentication
 *
 * @param securityKey "URL Token Authentication Key" of the pull zone
 */
export function createBunnyEdge(securityKey: string): Edge {
  const encode = (text: string) => new TextEncoder().encode(text);
  const algorithm = { name: "HMAC", hash: "SHA-256" };
  const importing = crypto.subtle.importKey("raw", encode(securityKey), algorithm, false, ["sign"]);
  return async (origin, { asset, expiresAt }) => {
    const path = `/${asset}/`;
    const signed = await crypto.subtle.sign(
      "HMAC",
      await importing,
      encode(`${path}${expiresAt}token_path=${path}`),
    );
    const token = `HS256-${toBase64Url(new Uint8Array(signed))}`;
    return `${origin}/bcdn_token=${token}&token_path=${encodeURIComponent(path)}&expires=${expiresAt}${path}`;
  };
}
