import { chooseLadder, type Fit } from "../ladder.js";
import { fitFilters, sharedFilters } from "./filters.js";
import type { FilmFacts } from "./probe.js";
import { runFfmpeg } from "./run.js";

/** Where a poster is written to. */
export interface PosterTarget {
  readonly to: string;
  readonly signal?: AbortSignal | undefined;
}

/** Pixels across of a poster, at most: it competes with the first segment for the same bytes. */
const widest = 540;
/** How far into a locked film its stand-in cover is taken. */
const coverMoment = 0.4;
/** WebP is BT.601 in video range; going through RGB keeps ffmpeg from only relabelling the colours. */
const webpColours = "format=gbrp,scale=out_color_matrix=bt601:out_range=tv,format=yuv420p";
const webp = ["-frames:v", "1", "-c:v", "libwebp", "-quality", "82", "-compression_level", "6", "-f", "webp"];

/** The exact first frame: a player can fade from the poster to the film without a jump. */
export async function makeFirstFrame(
  film: string,
  facts: FilmFacts,
  { fit, ...target }: PosterTarget & { fit: Fit },
) {
  const filters = [...frameFilters(facts, fit), webpColours].join(",");
  await runFfmpeg("take the poster", ["-i", film, ...graph(facts, filters), ...webp, target.to], target);
}

/** A frame from the middle, too blurred and dark to tell the story: for locked episodes without a cover. */
export async function makeVeiledFrame(
  film: string,
  facts: FilmFacts,
  { fit, ...target }: PosterTarget & { fit: Fit },
) {
  const sigma = Math.round(posterSize(facts, fit).width / 15);
  const veil = `gblur=sigma=${sigma},eq=brightness=-0.14:saturation=0.85`;
  const filters = [...frameFilters(facts, fit), veil, webpColours].join(",");
  const seek = (facts.durationSeconds * coverMoment).toFixed(3);
  await runFfmpeg(
    "take the cover",
    ["-ss", seek, "-i", film, ...graph(facts, filters), ...webp, target.to],
    target,
  );
}

/** A chosen picture, cropped to 9:16. */
export async function makeCover(picture: string, { to, signal }: PosterTarget) {
  const size = `${widest}:${(widest * 16) / 9}`;
  const filters = `scale=${size}:force_original_aspect_ratio=increase:flags=lanczos,crop=${size},${webpColours}`;
  await runFfmpeg("read the cover", ["-i", picture, "-map", "0:v:0", "-vf", filters, ...webp, to], {
    signal,
  });
}

function frameFilters(facts: FilmFacts, fit: Fit): readonly string[] {
  const toRgb = "scale=in_color_matrix=bt709:in_range=tv";
  return [...sharedFilters(facts), fitFilters(facts, posterSize(facts, fit), { fit, label: "" }), toRgb];
}

function posterSize(facts: FilmFacts, fit: Fit) {
  const ladder = chooseLadder(facts, fit);
  const [lowest] = ladder;
  return ladder.filter(({ width }) => width <= widest).at(-1) ?? lowest ?? { width: widest, height: 960 };
}

function graph(facts: FilmFacts, filters: string): readonly string[] {
  return ["-filter_complex", `[0:${facts.videoStream}]${filters}[poster]`, "-map", "[poster]"];
}
