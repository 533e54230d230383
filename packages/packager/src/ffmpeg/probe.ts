import { PackagerError } from "../errors.js";
import { chooseFrameRate, type FrameRate, parseFrameRate } from "./frame-rate.js";
import { lastWords, run } from "./run.js";

/** What a film is like, as far as encoding it needs to know. */
export interface FilmFacts {
  /** Index of the picture's stream in the file. */
  readonly videoStream: number;
  /** Index of the sound's stream; absent for a silent film. */
  readonly audioStream?: number;
  /** Pixels as a viewer sees them: after rotation, with square pixels. */
  readonly width: number;
  readonly height: number;
  /** Seconds of picture. */
  readonly durationSeconds: number;
  /** The constant rate to encode with. */
  readonly frameRate: FrameRate;
  readonly interlaced: boolean;
  /** The transfer curve of a high-dynamic-range film; absent for an ordinary one. */
  readonly hdr?: "pq" | "hlg";
}

const shortestSeconds = 1;

interface ProbedStream {
  readonly index: number;
  readonly codec_type?: string;
  readonly codec_name?: string;
  readonly codec_tag_string?: string;
  readonly width?: number;
  readonly height?: number;
  readonly sample_aspect_ratio?: string;
  readonly r_frame_rate?: string;
  readonly avg_frame_rate?: string;
  readonly start_time?: string;
  readonly duration?: string;
  readonly field_order?: string;
  readonly color_transfer?: string;
  readonly channels?: number;
  readonly disposition?: { readonly attached_pic?: number };
  readonly side_data_list?: readonly { readonly rotation?: number }[];
}

/** The part of `ffprobe -show_streams -show_format` that is read. */
export interface ProbeReport {
  readonly streams?: readonly ProbedStream[];
  readonly format?: { readonly start_time?: string; readonly duration?: string };
}

/**
 * Looks at a film with ffprobe.
 * @throws {PackagerError} `unreadable-film`, `unsupported-film` or `film-too-short`, naming the file.
 */
export async function probeFilm(file: string, name: string, signal?: AbortSignal): Promise<FilmFacts> {
  const args = ["-hide_banner", "-loglevel", "error", "-show_streams", "-show_format", "-of", "json", file];
  const { exitCode, stdout, stderr } = await run("ffprobe", args, { signal });
  if (exitCode !== 0) {
    throw new PackagerError(
      "unreadable-film",
      `${name} is no film that ffmpeg can read (${lastWords(stderr)}). Export it again as MP4 or MOV.`,
    );
  }
  return readFacts(JSON.parse(stdout) as ProbeReport, name);
}

/** Turns ffprobe's report into {@link FilmFacts}. */
export function readFacts(report: ProbeReport, name: string): FilmFacts {
  const streams = report.streams ?? [];
  const picture = streams.find((s) => s.codec_type === "video" && s.disposition?.attached_pic !== 1);
  if (!picture?.width || !picture.height) {
    throw new PackagerError("unsupported-film", `${name} has no picture. Give a film, not a sound file.`);
  }
  if (!picture.codec_name || picture.codec_tag_string === "encv") {
    throw new PackagerError(
      "unsupported-film",
      `${name} is encrypted or in a format unknown to ffmpeg. Export it again as H.264 or ProRes.`,
    );
  }
  const durationSeconds = endOfPicture(picture, report);
  if (!(durationSeconds >= shortestSeconds)) {
    throw new PackagerError(
      "film-too-short",
      `${name} lasts ${durationSeconds.toFixed(2)} s; an episode needs at least ${shortestSeconds} s.`,
    );
  }
  const sound = streams.find((s) => s.codec_type === "audio" && s.codec_name && (s.channels ?? 0) > 0);
  const hdr = hdrOf(picture.color_transfer);
  return {
    videoStream: picture.index,
    ...(sound && { audioStream: sound.index }),
    ...displaySize(picture, picture.width, picture.height),
    durationSeconds,
    frameRate: chooseFrameRate(parseFrameRate(picture.r_frame_rate), parseFrameRate(picture.avg_frame_rate)),
    interlaced: ["tt", "bb", "tb", "bt"].includes(picture.field_order ?? ""),
    ...(hdr && { hdr }),
  };
}

/** A picture that begins late is shown from 0 on, so the episode lasts until the picture ends. */
function endOfPicture(picture: ProbedStream, { format }: ProbeReport): number {
  if (picture.duration === undefined) return Number(format?.duration ?? 0);
  const late = Number(picture.start_time ?? 0) - Number(format?.start_time ?? 0);
  return Number(picture.duration) + Math.max(0, late || 0);
}

function displaySize(stream: ProbedStream, codedWidth: number, codedHeight: number) {
  const [across = 1, down = 1] = (stream.sample_aspect_ratio ?? "1:1").split(":").map(Number);
  const squareWidth = across > 0 && down > 0 ? Math.round((codedWidth * across) / down) : codedWidth;
  const rotation = stream.side_data_list?.find((data) => data.rotation !== undefined)?.rotation ?? 0;
  const isTurned = Math.round(rotation / 90) % 2 !== 0;
  return isTurned ? { width: codedHeight, height: squareWidth } : { width: squareWidth, height: codedHeight };
}

function hdrOf(transfer: string | undefined): "pq" | "hlg" | undefined {
  if (transfer === "smpte2084") return "pq";
  return transfer === "arib-std-b67" ? "hlg" : undefined;
}
