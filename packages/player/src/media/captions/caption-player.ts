import type { Caption } from "@micro-drama/protocol";
import { fetchText } from "../fetch-text.js";
import type { Patience } from "../patience.js";
import type { CaptionCue } from "./parse-webvtt.js";
import { parseWebVtt, selectLines, selectNextChange } from "./parse-webvtt.js";
import { pickCaption } from "./pick-caption.js";

/** What a {@link CaptionPlayer} works with. */
export interface CaptionPlayerOptions {
  readonly video: HTMLVideoElement;
  readonly patience: Patience;
  /** Called when the lines change; with none when there is nothing to show. */
  readonly onLines: (lines: readonly string[]) => void;
}

/** Shows the side-loaded captions of one element: loads the nearest track and tells the lines of every moment. */
export class CaptionPlayer {
  readonly #options: CaptionPlayerOptions;
  #showing: AbortController | undefined;
  #url: string | undefined;
  #cues: readonly CaptionCue[] = [];
  #lines: readonly string[] = [];
  #timer: ReturnType<typeof setTimeout> | undefined;

  constructor(options: CaptionPlayerOptions) {
    this.#options = options;
  }

  /** Shows the track nearest to `lang`; none with `null`. The same track goes on. `resolve` renews its address. */
  show(captions: readonly Caption[], lang: string | null, resolve: (url: string) => string): void {
    const url = lang === null ? undefined : pickCaption(captions, lang)?.url;
    if (url === this.#url) return;
    this.hide();
    if (url === undefined) return;
    this.#url = url;
    this.#showing = new AbortController();
    void this.#load(() => resolve(url), this.#showing.signal);
  }

  /** Takes the lines off the screen and forgets the track. */
  hide(): void {
    this.#showing?.abort();
    this.#url = undefined;
    this.#cues = [];
    this.#update();
  }

  async #load(url: () => string, signal: AbortSignal): Promise<void> {
    const fetched = await fetchText(url, { signal, patience: this.#options.patience }).catch(() => undefined);
    // An episode without its captions is still worth watching: nothing is reported.
    if (!fetched || signal.aborted) return;
    this.#cues = parseWebVtt(fetched.text);
    for (const type of ["timeupdate", "seeked", "playing", "ratechange", "emptied"]) {
      this.#options.video.addEventListener(type, () => this.#update(), { signal });
    }
    this.#update();
  }

  #update(): void {
    const { video, onLines } = this.#options;
    clearTimeout(this.#timer);
    const lines = selectLines(this.#cues, video.currentTime);
    if (lines.join("\n") !== this.#lines.join("\n")) {
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
