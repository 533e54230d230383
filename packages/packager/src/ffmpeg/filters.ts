import type { Fit } from "../ladder.js";
import type { FilmFacts } from "./probe.js";

/** The size that a film is brought to. */
export interface Frame {
  readonly width: number;
  readonly height: number;
}

/** A film this close to 9:16 is cropped rather than set into a backdrop: nobody sees the difference. */
const nearlyVertical = 0.03;

/**
 * The part of the filter graph that all sizes share: progressive, 8-bit standard range, square pixels,
 * constant frame rate from 0 on. ffmpeg has applied the rotation before.
 */
export function sharedFilters(film: FilmFacts): readonly string[] {
  const { num, den } = film.frameRate;
  return [
    ...(film.interlaced ? ["yadif"] : []),
    // A late first frame is shown from 0 on, so that picture and sound keep their distance.
    `fps=${num}/${den}:start_time=0`,
    ...(film.hdr ? toneMapping : []),
    "scale=w='trunc(iw*sar/2+0.5)*2':h=ih:out_color_matrix=bt709:out_range=tv:flags=bicubic",
    "setsar=1",
    "format=yuv420p",
  ];
}

/**
 * The filters that bring a picture to one size.
 * `label` keeps the inner links of several sizes in one graph apart.
 */
export function fitFilters(
  film: FilmFacts,
  frame: Frame,
  { fit, label }: { fit: Fit; label: string },
): string {
  const { width, height } = frame;
  const cover = `scale=${width}:${height}:force_original_aspect_ratio=increase:flags=lanczos,crop=${width}:${height}`;
  const isNearlyVertical = Math.abs((film.width / film.height) * (16 / 9) - 1) < nearlyVertical;
  if (fit === "cover" || isNearlyVertical) return `${cover},setsar=1`;
  const backdrop = `[back${label}]${cover},gblur=sigma=${Math.round(width / 16)},eq=brightness=-0.12:saturation=0.8[soft${label}]`;
  const picture = `[front${label}]scale=${width}:${height}:force_original_aspect_ratio=decrease:flags=lanczos[sharp${label}]`;
  return (
    `split[back${label}][front${label}];${backdrop};${picture};` +
    `[soft${label}][sharp${label}]overlay=(W-w)/2:(H-h)/2,setsar=1`
  );
}

const toneMapping = [
  "zscale=transfer=linear:npl=100",
  "format=gbrpf32le",
  "zscale=primaries=bt709",
  "tonemap=hable:desat=0",
  "zscale=transfer=bt709:matrix=bt709:range=tv",
  "format=yuv420p",
];

/** Says in the stream what {@link sharedFilters} has made of the colours. */
export const colourTags: readonly string[] = [
  ...["-color_primaries", "bt709"],
  ...["-color_trc", "bt709"],
  ...["-colorspace", "bt709"],
  ...["-color_range", "tv"],
];
