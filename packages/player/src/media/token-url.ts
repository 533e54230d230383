/** The part of an address that changes when its token is renewed, before and after. */
export interface TokenChange {
  readonly from: string;
  readonly to: string;
}

/**
 * Compares the old and the renewed address of the same playlist. What they share at the end is the file; what
 * differs before it carries the token: `https://m/t/OLD/e07/main.m3u8` → `https://m/t/NEW/e07/main.m3u8` gives
 * `https://m/t/OLD/` → `https://m/t/NEW/`. Absent when the paths are equal (the token is in the query, or nowhere).
 */
export function findTokenChange(oldUrl: string, newUrl: string): TokenChange | undefined {
  const from = withoutQuery(oldUrl).split("/");
  const to = withoutQuery(newUrl).split("/");
  while (from.length > 0 && to.length > 0 && from.at(-1) === to.at(-1)) {
    from.pop();
    to.pop();
  }
  if (from.length === 0 && to.length === 0) return undefined;
  const isFile = withoutQuery(oldUrl) === from.join("/");
  const end = isFile ? "" : "/";
  return { from: from.join("/") + end, to: to.join("/") + end };
}

/** The address with the newest token; the same address when it carries none of the old ones. */
export function replaceToken(url: string, changes: readonly TokenChange[]): string {
  let current = url;
  for (const { from, to } of changes) {
    if (current.startsWith(from)) current = to + current.slice(from.length);
  }
  return current;
}

/** Adds a query to an address that may have one; `previous` (an older query of the same kind) goes. */
export function withQuery(url: string, query: string, previous: readonly string[] = []): string {
  const [path = "", existing = ""] = url.split("?", 2);
  const known = new Set([query, ...previous].flatMap((part) => part.split("&")));
  const kept = existing.split("&").filter((part) => part !== "" && !known.has(part));
  const all = [...kept, ...(query === "" ? [] : [query])].join("&");
  return all === "" ? path : `${path}?${all}`;
}

function withoutQuery(url: string): string {
  return url.split(/[?#]/, 1)[0] ?? url;
}
