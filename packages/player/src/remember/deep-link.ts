/** Where a link leads inside a series. */
export interface DeepLink {
  /** Number or id. */
  readonly episode?: string;
  /** Seconds. */
  readonly at?: number;
}

/** A link that begins less than this far into an episode begins it; in seconds. */
const WORTH_NAMING = 3;

/** Reads `?episode=12&t=34`. What is not a time is left out. */
export function parseDeepLink(search: string): DeepLink {
  const params = new URLSearchParams(search);
  const episode = params.get("episode");
  const at = Number.parseFloat(params.get("t") ?? "");
  return { ...(episode ? { episode } : {}), ...(at > 0 && Number.isFinite(at) ? { at } : {}) };
}

/** The address of a page with the place in it; everything else of the address stays. */
export function createDeepLink(
  address: string,
  place: { readonly number: number; readonly seconds: number },
): string {
  const url = new URL(address);
  url.searchParams.set("episode", String(place.number));
  if (place.seconds >= WORTH_NAMING) url.searchParams.set("t", String(Math.floor(place.seconds)));
  else url.searchParams.delete("t");
  return url.href;
}
