import type { CaptionLine } from "../../core/caption-line.js";
import { fetchText } from "../fetch-text.js";
import type { Patience } from "../patience.js";
import type { CaptionCue } from "./parse-webvtt.js";
import { parseWebVtt, selectLines, selectNextChange } from "./parse-webvtt.js";
import { isPlaylist, joinCues, parseSegment, readSegments } from "./subtitle-segments.js";

/** What a {@link CaptionPlayer} works with. */
export interface CaptionPlayerOptions {
  readonly video: HTMLVideoElement;
  /** Address of the track now; it may be renewed between two tries. */
  readonly url: () => string;
  readonly patience: Patience;
  /** For captions inside an HLS stream: the stream's own time of the film's first moment, as far as it is known. Seconds. */
  readonly streamStart: () => number;
  /** Called when the lines change; with none when there is nothing to show. */
  readonly onLines: (lines: readonly CaptionLine[]) => void;
}

/** Fetches one track and tells its lines as the element plays, until `end`. */
export class CaptionPlayer {
  readonly #options: CaptionPlayerOptions;
  readonly #ending = new AbortController();
  #cues: readonly CaptionCue[] = [];
  #lines: readonly CaptionLine[] = [];
  #timer: ReturnType<typeof setTimeout> | undefined;

  constructor(options: CaptionPlayerOptions) {
    this.#options = options;
    void this.#load();
  }

  /** Takes the lines off the screen and forgets the track. */
  end(): void {
    this.#ending.abort();
    this.#cues = [];
    this.#update();
  }

  async #load(): Promise<void> {
    const { url, patience, video } = this.#options;
    const { signal } = this.#ending;
    const fetched = await fetchText(url, { signal, patience }).catch(() => undefined);
    // An episode without its captions is still worth watching: nothing is reported.
    if (!fetched || signal.aborted) return;
    for (const type of ["timeupdate", "seeked", "playing", "ratechange", "emptied"]) {
      video.addEventListener(type, () => this.#update(), { signal });
    }
    if (isPlaylist(fetched.text)) await this.#loadSegments(readSegments(fetched.text, fetched.url));
    else this.#take(parseWebVtt(fetched.text));
  }

  /** One after the other: an episode has a handful, of some hundred bytes. */
  async #loadSegments(urls: readonly string[]): Promise<void> {
    const { patience, streamStart } = this.#options;
    const { signal } = this.#ending;
    const texts: string[] = [];
    for (const url of urls) {
      const fetched = await fetchText(() => url, { signal, patience }).catch(() => undefined);
      if (signal.aborted) return;
      if (!fetched) continue;
      texts.push(fetched.text);
      // Read anew: when a stream begins is known once its first segment of film was read.
      this.#take(
        texts.reduce<readonly CaptionCue[]>(
          (cues, text) => joinCues(cues, parseSegment(text, streamStart())),
          [],
        ),
      );
    }
  }

  #take(cues: readonly CaptionCue[]): void {
    this.#cues = cues;
    this.#update();
  }

  #update(): void {
    const { video, onLines } = this.#options;
    clearTimeout(this.#timer);
    const lines = selectLines(this.#cues, video.currentTime);
    if (JSON.stringify(lines) !== JSON.stringify(this.#lines)) {
      this.#lines = lines;
      onLines(lines);
    }
    this.#scheduleUpdate();
  }

  /** `timeupdate` comes four times a second, which is visibly late for the change from one line to the next. */
  #scheduleUpdate(): void {
    const { video } = this.#options;
    const next = selectNextChange(this.#cues, video.currentTime);
    if (next === undefined || video.paused || video.playbackRate <= 0) return;
    const delayMs = ((next - video.currentTime) / video.playbackRate) * 1000;
    if (delayMs < 1000) this.#timer = setTimeout(() => this.#update(), delayMs);
  }
}
