import type { Effort } from "../ffmpeg/picture.js";
import type { Fit } from "../ladder.js";
import type { ProgressListener } from "../progress.js";

/** What to package, and how. Where `series.config.json` says something too, the option wins. */
export interface PackageOptions {
  /** Folder with the films, their captions and an optional `series.config.json`. */
  readonly films: string;
  /** Folder to write; made when it does not exist. Must lie outside `films`. */
  readonly out: string;
  /** Stable id of the series. Default: made from the title. */
  readonly id?: string | undefined;
  /** Default: the name of the films' folder. */
  readonly title?: string | undefined;
  /** BCP 47 tag of titles and of captions without one. Default `en`. */
  readonly lang?: string | undefined;
  /** How many episodes, from the first on, everybody may watch. Default 3. */
  readonly free?: number | undefined;
  /** What happens to films that are not 9:16. Default `cover`. */
  readonly fit?: Fit | undefined;
  /** Default `{crf: 23, preset: "medium"}`. */
  readonly effort?: Partial<Effort> | undefined;
  /** Episodes encoded side by side. Default 1: x264 uses all cores already. */
  readonly jobs?: number | undefined;
  /** Encode again what is there already. Default false. */
  readonly force?: boolean | undefined;
  readonly signal?: AbortSignal | undefined;
  readonly onProgress?: ProgressListener | undefined;
}
