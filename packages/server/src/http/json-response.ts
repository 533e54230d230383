/** A JSON answer about money or rights: only the viewer's own cache may keep it, and must ask before using it. */
export function privateJson(body: unknown, headers: Readonly<Record<string, string>> = {}): Response {
  return privateText(JSON.stringify(body), headers);
}

/** The same for JSON that is written already. */
export function privateText(json: string, headers: Readonly<Record<string, string>> = {}): Response {
  return new Response(json, {
    headers: { "content-type": "application/json", "cache-control": "private, no-cache", ...headers },
  });
}

/** A weak tag of a text: the same text, however it is compressed on its way. */
export async function createEtag(text: string): Promise<string> {
  const hash = await crypto.subtle.digest("SHA-256", new TextEncoder().encode(text));
  const hex = Array.from(new Uint8Array(hash).slice(0, 12), (byte) => byte.toString(16).padStart(2, "0"));
  return `W/"${hex.join("")}"`;
}

/** Tells whether `If-None-Match` names the tag; compared weakly (RFC 9110, section 13.1.2). */
export function isNoneMatch(request: Request, etag: string): boolean {
  const bare = (tag: string) => tag.trim().replace(/^W\//, "");
  const header = request.headers.get("if-none-match");
  return header?.split(",").some((tag) => bare(tag) === bare(etag)) ?? false;
}
