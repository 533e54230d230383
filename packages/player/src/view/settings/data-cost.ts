import type { RenditionChoice } from "../../core/renditions.js";

/** Bytes that an episode costs in the best rendition within the limit; `undefined` while nothing is known. */
export function estimateBytes(
  renditions: readonly RenditionChoice[],
  { seconds, mostLines }: { readonly seconds: number; readonly mostLines: number },
): number | undefined {
  const [smallest, ...larger] = [...renditions].sort((one, other) => one.bitrate - other.bitrate);
  if (!smallest || seconds <= 0) return undefined;
  const best = larger.filter(({ lines }) => lines <= mostLines).at(-1) ?? smallest;
  return (best.bitrate * seconds) / 8;
}

/** Megabytes for people: whole ones, and one decimal below ten. */
export function toMegabytes(bytes: number, lang: string): string {
  const value = bytes / 1e6;
  const format = { style: "unit", unit: "megabyte", maximumFractionDigits: value < 10 ? 1 : 0 } as const;
  return new Intl.NumberFormat(lang, format).format(value);
}
