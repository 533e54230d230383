import type { FetchedText } from "../fetch-text.js";

/** One rendition as a multivariant playlist lists it. */
export interface Variant {
  /** Bits per second at its peak. */
  readonly bandwidth: number;
  /** Pixels of the picture; 0 where the playlist does not say. */
  readonly width: number;
  readonly height: number;
  /** Absolute URL of its media playlist. */
  readonly url: string;
}

/** What decides with which rendition hls.js will begin. */
export interface VariantWish {
  /** Bandwidth of the rendition that plays already. */
  readonly started?: number | undefined;
  /** Bits per second that the network is believed to carry. */
  readonly estimate: number;
  /** Device pixels of the element; 0 when it is not laid out. */
  readonly width: number;
  readonly height: number;
}

/** The renditions of a multivariant playlist, smallest first; none for a media playlist. */
export function readVariants({ text, url }: Pick<FetchedText, "text" | "url">): readonly Variant[] {
  const lines = text.split(/\r?\n/).filter((line) => /^(#EXT-X-STREAM-INF:|[^#\s])/.test(line));
  const variants = lines.flatMap((line, i) => {
    const bandwidth = /[:,]BANDWIDTH=(\d+)/.exec(line)?.[1];
    const uri = lines[i + 1];
    if (bandwidth === undefined || uri === undefined || uri.startsWith("#")) return [];
    const [, width = 0, height = 0] = /[:,]RESOLUTION=(\d+)x(\d+)/.exec(line) ?? [];
    const size = { width: Number(width), height: Number(height) };
    return [{ bandwidth: Number(bandwidth), ...size, url: new URL(uri, url).href }];
  });
  return variants.sort((a, b) => a.bandwidth - b.bandwidth);
}

/**
 * The rendition with which hls.js will probably begin: the one that plays already, or the best one that the network
 * carries and the element can show.
 */
export function guessFirstVariant(variants: readonly Variant[], wish: VariantWish): Variant | undefined {
  const { started } = wish;
  if (started !== undefined) {
    const distances = variants.map(({ bandwidth }) => Math.abs(bandwidth - started));
    return variants[distances.indexOf(Math.min(...distances))];
  }
  const enough = variants.findIndex(
    ({ width, height }) => wish.width > 0 && (width >= wish.width || height >= wish.height),
  );
  const useful = enough < 0 ? variants : variants.slice(0, enough + 1);
  return useful.filter(({ bandwidth }) => bandwidth <= wish.estimate).at(-1) ?? useful[0];
}
