import { toBase64Url } from "../keys.js";
import { sha256 } from "../sha256.js";

/** A JSON answer about money or rights: only the viewer's own cache may keep it, and must ask before using it. */
export function privateJson(
  body: unknown,
  headers: Readonly<Record<string, string>> = {},
  status = 200,
): Response {
  return privateText(JSON.stringify(body), headers, status);
}

/** The same for JSON that is written already. */
export function privateText(
  json: string,
  headers: Readonly<Record<string, string>> = {},
  status = 200,
): Response {
  return new Response(json, {
    status,
    headers: { "content-type": "application/json", "cache-control": "private, no-cache", ...headers },
  });
}

/** A weak tag of a text: the same text, however it is compressed on its way. */
export async function createEtag(text: string): Promise<string> {
  return `W/"${toBase64Url((await sha256(text)).slice(0, 12))}"`;
}

/** Tells whether `If-None-Match` names the tag; compared weakly (RFC 9110, section 13.1.2). */
export function isNoneMatch(request: Request, etag: string): boolean {
  const bare = (tag: string) => tag.trim().replace(/^W\//, "");
  const header = request.headers.get("if-none-match");
  return header?.split(",").some((tag) => bare(tag) === bare(etag)) ?? false;
}
