/** One of the renditions of a film. */
export interface RenditionChoice {
  /** Of the shorter side of the picture, in pixels: what people call 720p. */
  readonly lines: number;
  /** Bits per second. */
  readonly bitrate: number;
}

/** What hls.js knows of a rendition. */
interface Level {
  readonly width: number;
  readonly height: number;
  readonly bitrate: number;
}

/** The renditions of a playlist, in its order; those without a size are not for people to choose. */
export function listRenditions(levels: readonly Level[]): readonly RenditionChoice[] {
  return levels
    .map(({ width, height, bitrate }) => ({ lines: Math.min(width, height), bitrate }))
    .filter(({ lines }) => lines > 0);
}

/** The index of the best level within a limit; the first where all are beyond it, `-1` where nothing is. */
export function capLevel(levels: readonly Level[], mostLines: number): number {
  const isWithin = ({ width, height }: Level): boolean => Math.min(width, height) <= mostLines;
  if (levels.every(isWithin)) return -1;
  return Math.max(0, levels.map(isWithin).lastIndexOf(true));
}
