import type { Keyring } from "../keys.js";

/** What a path token allows: every object of one asset, until `expiresAt`. */
export interface PathGrant {
  readonly asset: string;
  /** Names the watching session; shared links can be traced to it. */
  readonly session: string;
  /** Seconds since 1970. */
  readonly expiresAt: number;
}

const TOKEN = /^(\d{9,12})\.([\w-]{8,40})\.([A-Za-z0-9]{1,16})\.([\w-]{43})$/;

/**
 * The part of a path between `/t/` and the asset id: `{exp}.{sid}.{key id}.{mac}`. It stands in the path so that
 * relative URIs of a playlist inherit it, in every player that cannot send headers.
 */
export async function signPathToken(keys: Keyring, grant: PathGrant): Promise<string> {
  const head = `${grant.expiresAt}.${grant.session}.${keys.current}`;
  return `${head}.${await keys.sign("delivery", `${head}/${grant.asset}`)}`;
}

/** Reads the token in front of an asset id. Undefined: forged, expired, or made for another asset. Never throws. */
export async function verifyPathToken(
  keys: Keyring,
  token: string,
  { asset, now }: { readonly asset: string; readonly now: number },
): Promise<PathGrant | undefined> {
  const [, expires = "", session = "", id = "", signature = ""] = TOKEN.exec(token) ?? [];
  const text = `${expires}.${session}.${id}/${asset}`;
  const isGenuine = signature !== "" && (await keys.verify("delivery", { id, text, signature }));
  if (!isGenuine || Number(expires) * 1000 <= now) return undefined;
  return { asset, session, expiresAt: Number(expires) };
}
