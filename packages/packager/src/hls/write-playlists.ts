import type { Bandwidth } from "./bandwidth.js";

/** A media playlist to be written. */
export interface MediaPlaylist {
  readonly init: string;
  readonly segments: readonly { readonly url: string; readonly duration: number }[];
}

/** A rendition as the multivariant playlist lists it. */
export interface Variant {
  readonly url: string;
  readonly bandwidth: Bandwidth;
  readonly codecs: string;
  readonly width: number;
  readonly height: number;
  /** Frames per second. */
  readonly frameRate: number;
}

/** Seconds, whole, not below any segment (RFC 8216, 4.3.3.1). */
export function targetDurationOf(segments: readonly { readonly duration: number }[]): number {
  return Math.max(1, ...segments.map((segment) => Math.round(segment.duration)));
}

/** The text of a media playlist of a finished film. */
export function writeMediaPlaylist({ init, segments }: MediaPlaylist): string {
  return lines([
    "#EXTM3U",
    "#EXT-X-VERSION:7",
    `#EXT-X-TARGETDURATION:${targetDurationOf(segments)}`,
    "#EXT-X-MEDIA-SEQUENCE:0",
    "#EXT-X-PLAYLIST-TYPE:VOD",
    "#EXT-X-INDEPENDENT-SEGMENTS",
    `#EXT-X-MAP:URI="${init}"`,
    ...segments.flatMap(({ url, duration }) => [`#EXTINF:${duration.toFixed(6)},`, url]),
    "#EXT-X-ENDLIST",
  ]);
}

/** The text of a multivariant playlist; players start with the variant that is listed first. */
export function writeMultivariantPlaylist(variants: readonly Variant[]): string {
  return lines([
    "#EXTM3U",
    "#EXT-X-VERSION:7",
    "#EXT-X-INDEPENDENT-SEGMENTS",
    ...variants.flatMap((variant) => [streamInf(variant), variant.url]),
  ]);
}

function streamInf({ bandwidth, codecs, width, height, frameRate }: Variant): string {
  const attributes = [
    `BANDWIDTH=${bandwidth.peak}`,
    `AVERAGE-BANDWIDTH=${bandwidth.average}`,
    `CODECS="${codecs}"`,
    `RESOLUTION=${width}x${height}`,
    `FRAME-RATE=${frameRate.toFixed(3)}`,
  ];
  return `#EXT-X-STREAM-INF:${attributes.join(",")}`;
}

function lines(text: readonly string[]): string {
  return `${text.join("\n")}\n`;
}
