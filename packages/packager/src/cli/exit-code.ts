import { isDramaError } from "@micro-drama/protocol";
import type { PackagerErrorCode } from "../errors.js";

/** Exit codes of the command line. */
export const exitCodes = {
  ok: 0,
  /** `lint` found errors. */
  lintErrors: 1,
  /** Options, configuration or the folder of films must be mended. */
  badInput: 2,
  /** ffmpeg or ffprobe is not installed, or lacks an encoder. */
  noFfmpeg: 3,
  /** A film cannot be used. */
  badFilm: 4,
  /** ffmpeg failed, or something that nobody foresaw. */
  failed: 5,
  /** Ctrl-C. */
  interrupted: 130,
} as const;

const byCode: Partial<Record<PackagerErrorCode, number>> = {
  "no-ffmpeg": exitCodes.noFfmpeg,
  "unreadable-film": exitCodes.badFilm,
  "unsupported-film": exitCodes.badFilm,
  "film-too-short": exitCodes.badFilm,
  "ffmpeg-failed": exitCodes.failed,
  aborted: exitCodes.interrupted,
};

/** The exit code for an error that ended a command. */
export function exitCodeOf(error: unknown): number {
  if (!isDramaError(error)) return exitCodes.failed;
  return byCode[error.code as PackagerErrorCode] ?? exitCodes.badInput;
}
