/** A dictionary over another one: its own words where it has them, those below where it has none. Changes neither. */
export function mergeWords<Whole extends object>(below: Whole, own: object | undefined): Whole {
  const merged = { ...below } as Record<string, unknown>;
  for (const [key, words] of Object.entries(own ?? {})) {
    const former = merged[key];
    if (words !== undefined)
      merged[key] = isGroup(words) && isGroup(former) ? mergeWords(former, words) : words;
  }
  return merged as Whole;
}

function isGroup(value: unknown): value is object {
  return typeof value === "object" && value !== null;
}
