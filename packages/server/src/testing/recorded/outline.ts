/** Fields whose text is a word of the protocol: another word is another answer. */
const WORDS: ReadonlySet<string> = new Set(["code", "outcome", "state", "type", "via"]);
/** Lists of several kinds of things, by the field that tells the kind. Other lists hold one kind. */
const KINDS: ReadonlyMap<string, string> = new Map([
  ["items", "state"],
  ["offers", "kind"],
]);

/**
 * The paths of a JSON document with their types: `$.wallet.rev: number`, `$.items[locked].offers[coins].id: string`.
 * Values are left out, except the protocol's own words. Of a list's things of one kind, all paths stand together.
 */
export function outline(value: unknown, path = "$", name = ""): readonly string[] {
  if (Array.isArray(value)) {
    const kind = KINDS.get(name);
    return [
      `${path}: array`,
      ...value.flatMap((item) => outline(item, `${path}[${kind ? String(item?.[kind]) : ""}]`)),
    ];
  }
  if (typeof value === "object" && value !== null)
    return [
      `${path}: object`,
      ...Object.entries(value).flatMap(([key, field]) => outline(field, `${path}.${key}`, key)),
    ];
  if (value === null) return [`${path}: null`];
  return [`${path}: ${WORDS.has(name) ? JSON.stringify(value) : typeof value}`];
}

/** What the one document has and the other has not, or has of another type; what is only in the other is new and fine. */
export function findLost(recorded: unknown, real: unknown): readonly string[] {
  const there = new Set(outline(real));
  return [...new Set(outline(recorded))].filter((line) => !there.has(line));
}
