/** A field that no version of the protocol has. */
const LATER = { "x-later": { deep: [1, "two", null] } };

/** The same JSON as a server of a later version says it: a new field in every object, a new kind among the offers. */
export function asLaterVersion(value: unknown, name = ""): unknown {
  // `data` belongs to the platform, and is passed on as it is.
  if (name === "data" || typeof value !== "object" || value === null) return value;
  if (Array.isArray(value)) {
    const items = value.map((item) => asLaterVersion(item));
    return name === "offers" ? [{ id: "holo", kind: "hologram", needs: "glasses" }, ...items] : items;
  }
  const fields = Object.entries(value).map(([key, field]) => [key, asLaterVersion(field, key)]);
  return { ...Object.fromEntries(fields), ...LATER };
}
