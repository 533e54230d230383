/** One rendition of the ladder. */
export interface Rung {
  /** Folder of the rendition: its width. */
  readonly name: string;
  readonly width: number;
  readonly height: number;
  /** Most bits per second that the picture may need on average over a second or two. */
  readonly maxVideoBitrate: number;
}

/** How a film that is not 9:16 becomes 9:16. */
export type Fit = "cover" | "contain";

/** The full ladder, lowest first: that is the order in the playlist, and the first one starts. */
export const fullLadder: readonly Rung[] = [
  { name: "360", width: 360, height: 640, maxVideoBitrate: 350_000 },
  { name: "540", width: 540, height: 960, maxVideoBitrate: 900_000 },
  { name: "720", width: 720, height: 1280, maxVideoBitrate: 1_800_000 },
];

/** A film that misses a rung by this little still gets it. */
const tolerance = 1.02;

/** Pixels across of the 9:16 picture that a film can fill without being enlarged. */
export function usableWidth(film: { width: number; height: number }, fit: Fit): number {
  const acrossByHeight = (film.height * 9) / 16;
  return fit === "cover" ? Math.min(film.width, acrossByHeight) : Math.max(film.width, acrossByHeight);
}

/**
 * The renditions for a film: never larger than the film, never none.
 * A film smaller than the lowest rung gets one rung of its own size.
 */
export function chooseLadder(film: { width: number; height: number }, fit: Fit): readonly Rung[] {
  const width = usableWidth(film, fit);
  const rungs = fullLadder.filter((rung) => rung.width <= width * tolerance);
  return rungs.length > 0 ? rungs : [ownRung(width)];
}

function ownRung(usable: number): Rung {
  // H.264 with 4:2:0 colour needs even sides.
  const width = Math.max(2, Math.floor(usable / 2) * 2);
  const height = Math.max(2, Math.round((width * 16) / 9 / 2) * 2);
  const share = (width * height) / (360 * 640);
  return { name: `${width}`, width, height, maxVideoBitrate: Math.max(100_000, Math.round(350_000 * share)) };
}
