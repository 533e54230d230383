import { DramaError } from "@micro-drama/protocol";

/** Every reason for which packaging or linting stops. */
export type PackagerErrorCode =
  | "no-ffmpeg"
  | "no-films"
  | "unreadable-film"
  | "unsupported-film"
  | "film-too-short"
  | "duplicate-id"
  | "stray-caption"
  | "bad-caption"
  | "bad-config"
  | "bad-option"
  | "out-inside-films"
  | "out-busy"
  | "ffmpeg-failed"
  | "unreadable-manifest"
  | "aborted";

/** Packaging cannot go on. The message says what happened and what to do. */
export class PackagerError extends DramaError<PackagerErrorCode> {
  override readonly name = "PackagerError";
}

/** Throws the `aborted` error when a signal has fired. */
export function throwIfAborted(signal: AbortSignal | undefined): void {
  if (signal?.aborted) throw new PackagerError("aborted", "Stopped. Run the same command again to continue.");
}
