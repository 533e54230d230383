import type { Keyring } from "../keys.js";
import { type PathGrant, signPathToken } from "./path-token.js";

/**
 * What stands between viewers and media and lets through only what a grant allows. Gives the URL of the asset's folder,
 * with a slash at the end and the token in its path: relative URLs of playlists inherit it.
 *
 * @param origin where the media is served from
 */
export type Edge = (origin: string, grant: PathGrant) => Promise<string>;

/** Our own media server: `/t/{end}.{session}.{key id}.{mac}/{asset}/`. */
export function createOwnEdge(keys: Keyring): Edge {
  return async (origin, grant) => `${origin}/t/${await signPathToken(keys, grant)}/${grant.asset}/`;
}
