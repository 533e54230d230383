import { join } from "node:path";
import type { Fit, Rung } from "../ladder.js";
import { colourTags, fitFilters, sharedFilters } from "./filters.js";
import type { FilmFacts } from "./probe.js";
import { runFfmpeg } from "./run.js";

/** How hard the encoder tries. */
export interface Effort {
  /** Constant rate factor of x264, 0–51, lower is better. The rung's bit rate caps it. */
  readonly crf: number;
  /** x264 preset, e.g. `medium`. */
  readonly preset: string;
}

/** What {@link encodePicture} is given. */
export interface PictureJob {
  readonly film: string;
  readonly facts: FilmFacts;
  /** File made by `encodeSound`; copied into every rendition. */
  readonly sound: string;
  readonly ladder: readonly Rung[];
  readonly fit: Fit;
  readonly effort: Effort;
  /** Folder for `<rung>.mp4`. */
  readonly folder: string;
  readonly signal?: AbortSignal | undefined;
  /** 0 to 1. */
  readonly onProgress?: (fraction: number) => void;
}

/** Keyframes at 0, 1, 3, 5 … s: the first segment is short so that it arrives early. */
const keyframeTimes = "expr:gte(t,if(n_forced,2*n_forced-1,0))";
/** Longer than any gap between forced keyframes: x264 adds none of its own. */
const noOwnKeyframes = ["-g", "9999", "-keyint_min", "1", "-sc_threshold", "0", "-flags:v", "+cgop+bitexact"];
/** One fragment per keyframe, times from 0 without edit lists. */
const fragmented = [
  ...["-movflags", "+frag_keyframe+empty_moov+default_base_moof+negative_cts_offsets"],
  ...["-avoid_negative_ts", "disabled", "-fflags", "+bitexact", "-f", "mp4"],
];

/** Decodes a film once and encodes all renditions side by side, each to `<rung>.mp4` in fragments. */
export async function encodePicture(job: PictureJob): Promise<void> {
  const { facts, signal } = job;
  const inputs = ["-i", job.film, "-i", job.sound];
  const outputs = job.ladder.flatMap((rung) => outputArgs(rung, job));
  const total = facts.durationSeconds * 1_000_000;
  const onLine = (line: string) => {
    const time = /^out_time_us=(\d+)$/.exec(line)?.[1];
    if (time) job.onProgress?.(Math.min(1, Number(time) / total));
  };
  const args = [...inputs, "-filter_complex", filterGraph(job), ...outputs, "-progress", "pipe:1"];
  await runFfmpeg("encode the picture", args, { signal, onLine });
}

/** One graph: shared work first, then one branch per rung. */
function filterGraph({ facts, ladder, fit }: PictureJob): string {
  const links = ladder.map((rung) => `[in${rung.name}]`).join("");
  const shared = `[0:${facts.videoStream}]${sharedFilters(facts).join(",")},split=${ladder.length}${links}`;
  const branches = ladder.map(
    (rung) => `[in${rung.name}]${fitFilters(facts, rung, { fit, label: rung.name })}[out${rung.name}]`,
  );
  return [shared, ...branches].join(";");
}

function outputArgs(rung: Rung, { effort, folder }: PictureJob): readonly string[] {
  const rate = rung.maxVideoBitrate;
  return [
    ...["-map", `[out${rung.name}]`, "-map", "1:a", "-map_metadata", "-1", "-map_chapters", "-1"],
    ...["-c:a", "copy"],
    ...["-c:v", "libx264", "-profile:v", "high", "-pix_fmt", "yuv420p", "-preset", effort.preset, "-bf", "2"],
    ...["-crf", `${effort.crf}`, "-maxrate", `${rate}`, "-bufsize", `${Math.round(rate * 1.5)}`],
    ...["-force_key_frames", keyframeTimes, ...noOwnKeyframes, ...colourTags],
    ...fragmented,
    join(folder, `${rung.name}.mp4`),
  ];
}
