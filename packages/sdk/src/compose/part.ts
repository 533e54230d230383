import type { EntitlementAdapter, Offer, Quote } from "@micro-drama/protocol";

/** One of several adapters, with its place in the order. */
export interface Part {
  readonly index: number;
  readonly adapter: EntitlementAdapter;
}

/** Numbers stand before the ids of offers, so that an id says whose it is, also after a reload. */
export function markOffers(index: number, offers: readonly Offer[]): readonly Offer[] {
  return offers.map((offer) => ({ ...offer, id: `${index}.${offer.id}` }));
}

/** Whose offer it is, and its own id. */
export function readMark(parts: readonly Part[], id: string): readonly [Part | undefined, string] {
  const dot = id.indexOf(".");
  return [dot > 0 ? parts[Number(id.slice(0, dot))] : undefined, id.slice(dot + 1)];
}

/** The price signatures of several adapters as one; it ends with the first of them. */
export function joinQuotes(quotes: readonly (readonly [Part, Quote])[]): Quote | undefined {
  const ends = quotes.map(([, { expiresAt }]) => expiresAt).sort((a, b) => Date.parse(a) - Date.parse(b));
  const [expiresAt] = ends;
  if (expiresAt === undefined) return undefined;
  const byIndex = Object.fromEntries(quotes.map(([{ index }, { value }]) => [index, value]));
  return { value: JSON.stringify(byIndex), expiresAt };
}

/** An adapter's own signature out of a joined one. */
export function splitQuote(quote: string | undefined, { index }: Part): string | undefined {
  if (quote === undefined) return undefined;
  const byIndex = JSON.parse(quote) as { readonly [index: string]: string | undefined };
  return byIndex[index];
}
