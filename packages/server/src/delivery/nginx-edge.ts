import { createHash } from "node:crypto";
import type { Edge } from "./edge.js";

/** The secret that nginx and this server share, and the name by which nginx finds it. */
export interface NginxSecret {
  /** 1–16 letters and digits: the key of nginx's `map`. */
  readonly id: string;
  readonly secret: string;
}

/**
 * nginx with its `secure_link` module, as in `examples/nginx.conf`: `/s/{md5}/{end}.{session}.{key id}/{asset}/`.
 * The module knows MD5 only; the secret stands at the end of the text, where MD5's length extension does not reach.
 */
export function createNginxEdge({ id, secret }: NginxSecret): Edge {
  return async (origin, { asset, session, expiresAt }) => {
    const facts = `${expiresAt}.${session}.${id}`;
    const digest = createHash("md5").update(`${facts}/${asset} ${secret}`).digest("base64url");
    return `${origin}/s/${digest}/${facts}/${asset}/`;
  };
}
