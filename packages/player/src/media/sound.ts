import type { PlayOutcome } from "./request-play.js";
import { requestPlay } from "./request-play.js";

/**
 * The sound rules of the pool: exactly the active element may be unmuted. Sound that the browser refuses stays off
 * until the viewer asks for it again, so that nothing loops.
 */
export class Sound {
  readonly #videos: readonly HTMLVideoElement[];
  readonly #onRefused: () => void;
  readonly #blessed = new WeakSet<HTMLVideoElement>();
  #active: HTMLVideoElement | undefined;
  #isMuted = true;

  constructor(videos: readonly HTMLVideoElement[], onRefused: () => void) {
    this.#videos = videos;
    this.#onRefused = onRefused;
  }

  /** The element that may sound; all others are muted. */
  activate(video: HTMLVideoElement): void {
    this.#active = video;
    this.#apply();
  }

  /** Returns false when the browser answered by pausing: without a gesture Chrome does so. */
  setMuted(isMuted: boolean): void {
    this.#isMuted = isMuted;
    const active = this.#active;
    const wasPlaying = active !== undefined && !active.paused;
    this.#apply();
    if (!active || isMuted || !wasPlaying || !active.paused) return;
    this.#refuse();
    void requestPlay(active);
  }

  /** Plays, without sound when sound is refused. */
  async play(video: HTMLVideoElement): Promise<PlayOutcome> {
    // As it was asked: two wishes in one breath are both refused, and the first answer mutes the element.
    const wasMuted = video.muted;
    const outcome = await requestPlay(video);
    if (outcome !== "refused" || wasMuted || video !== this.#active) return outcome;
    if (!video.muted) this.#refuse();
    return requestPlay(video);
  }

  /**
   * On iOS the right to sound belongs to an element that was unmuted inside a gesture, for ever. The active one first
   * and the others one frame apart: WebKit stops one element when another is unmuted in the same breath.
   */
  bless(): void {
    const waiting = this.#videos.filter((video) => video !== this.#active && !this.#blessed.has(video));
    if (this.#active) this.#touch(this.#active);
    const blessNext = (): void => {
      const video = waiting.shift();
      if (!video) return;
      this.#touch(video);
      requestAnimationFrame(blessNext);
    };
    requestAnimationFrame(blessNext);
  }

  #touch(video: HTMLVideoElement): void {
    if (this.#blessed.has(video)) return;
    this.#blessed.add(video);
    video.muted = false;
    this.#apply();
  }

  #refuse(): void {
    this.#isMuted = true;
    this.#apply();
    this.#onRefused();
  }

  #apply(): void {
    for (const video of this.#videos) video.muted = this.#isMuted || video !== this.#active;
  }
}
