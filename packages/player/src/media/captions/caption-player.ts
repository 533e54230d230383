import type { CaptionLine } from "../../core/caption-line.js";
import { fetchText } from "../fetch-text.js";
import type { Patience } from "../patience.js";
import type { CaptionCue } from "./parse-webvtt.js";
import { parseWebVtt, selectLines, selectNextChange } from "./parse-webvtt.js";
import { isPlaylist, joinCues, parseSegment, readSegments } from "./subtitle-segments.js";

/** What a {@link CaptionPlayer} works with. */
export interface CaptionPlayerOptions {
  readonly video: HTMLVideoElement;
  readonly url: string;
  /** What to ask for now, in place of the track's address or one of its segments': signatures may be renewed between two tries. */
  readonly resolve: (url: string) => string;
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
  /** Segments of a stream, as they came. */
  readonly #segments: string[] = [];
  /** The start of the stream with which they were read. */
  #streamStart = 0;
  #lines: readonly CaptionLine[] = [];
  #timer: ReturnType<typeof setTimeout> | undefined;

  constructor(options: CaptionPlayerOptions) {
    this.#options = options;
    void this.#load();
  }

  /** Takes the lines off the screen and forgets the track. */
  end(): void {
    this.#ending.abort();
    this.#segments.length = 0;
    this.#cues = [];
    this.#update();
  }

  async #load(): Promise<void> {
    const { url, video } = this.#options;
    const { signal } = this.#ending;
    const fetched = await this.#fetch(url);
    // An episode without its captions is still worth watching: nothing is reported.
    if (!fetched || signal.aborted) return;
    for (const type of ["timeupdate", "seeked", "playing", "ratechange", "emptied"]) {
      video.addEventListener(type, () => this.#update(), { signal });
    }
    if (isPlaylist(fetched.text)) await this.#loadSegments(readSegments(fetched.text, fetched.url));
    else this.#cues = parseWebVtt(fetched.text);
    this.#update();
  }

  #fetch(url: string) {
    const { resolve, patience } = this.#options;
    return fetchText(() => resolve(url), { signal: this.#ending.signal, patience }).catch(() => undefined);
  }

  /** One after the other: an episode has a handful, of some hundred bytes. */
  async #loadSegments(urls: readonly string[]): Promise<void> {
    for (const url of urls) {
      const fetched = await this.#fetch(url);
      if (this.#ending.signal.aborted) return;
      if (!fetched) continue;
      this.#segments.push(fetched.text);
      this.#readSegments();
      this.#update();
    }
  }

  #readSegments(): void {
    this.#streamStart = this.#options.streamStart();
    this.#cues = this.#segments.reduce<readonly CaptionCue[]>(
      (cues, text) => joinCues(cues, parseSegment(text, this.#streamStart)),
      [],
    );
  }

  #update(): void {
    const { video, streamStart, onLines } = this.#options;
    clearTimeout(this.#timer);
    // It is known once the film's first segment was read, which may come after all of these.
    if (this.#segments.length > 0 && streamStart() !== this.#streamStart) this.#readSegments();
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
