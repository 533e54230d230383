import { isDry } from "../buffered.js";
import { isWebKit } from "../is-webkit.js";

/** A decoder that has shown nothing of what it has for so long is begun anew once; the second time it is given up. */
const DECODER_PATIENCE_MS = 3500;

/** A seek within what is buffered takes some hundredths of a second; after this time it is lost. */
const SEEK_PATIENCE_MS = 1500;

/** A film is begun anew so often for lost seeks. */
const MOST_LOST_SEEKS = 4;

/** What becomes of media that stands still. */
export interface StillWatchOptions {
  readonly video: HTMLVideoElement;
  /** Aborts when the engine is released. */
  readonly signal: AbortSignal;
  readonly beginAnew: () => void;
  readonly giveUp: () => void;
}

/** Notices media that was appended and shows no picture, without any error. */
export class StillWatch {
  readonly #options: StillWatchOptions;
  #decoderTimer: ReturnType<typeof setTimeout> | undefined;
  #hasBegunAnew = false;
  #lostSeeks = 0;
  /** Undefined while no hls.js instance is at work. */
  #begunAt: number | undefined;

  constructor(options: StillWatchOptions) {
    this.#options = options;
  }

  /** An hls.js instance begins. */
  begin(): void {
    this.#begunAt = performance.now();
  }

  /** It ends. */
  end(): void {
    this.#begunAt = undefined;
    clearTimeout(this.#decoderTimer);
  }

  /**
   * Media was appended: from here on a picture is due. WebKitGTK takes media that it cannot decode without a word and
   * never shows a frame. Begun anew once only: many MediaSources with such media can end its whole process.
   */
  expectPicture(): void {
    const { video, signal, beginAnew, giveUp } = this.#options;
    clearTimeout(this.#decoderTimer);
    if (isWebKit()) setTimeout(() => this.#watchSeek(), SEEK_PATIENCE_MS);
    this.#decoderTimer = setTimeout(() => {
      const hasPicture = video.readyState >= HTMLMediaElement.HAVE_CURRENT_DATA;
      const isIdle = video.paused && !video.seeking;
      if (signal.aborted || hasPicture || isIdle || isDry(video)) return;
      if (this.#hasBegunAnew) giveUp();
      else beginAnew();
      this.#hasBegunAnew = true;
    }, DECODER_PATIENCE_MS);
  }

  /** WebKitGTK can lose the seek with which media begins in its middle, more than once, and then waits for ever. */
  #watchSeek(): void {
    const { video, signal, beginAnew } = this.#options;
    const isUnderWay = !video.seeking || video.readyState >= HTMLMediaElement.HAVE_CURRENT_DATA;
    if (this.#begunAt === undefined || signal.aborted || isUnderWay || isDry(video)) return;
    if (performance.now() - this.#begunAt < SEEK_PATIENCE_MS || this.#lostSeeks === MOST_LOST_SEEKS) return;
    this.#lostSeeks += 1;
    beginAnew();
  }
}
