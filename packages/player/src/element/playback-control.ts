import { activeEpisode } from "../core/player-model.js";
import { selectStage } from "../core/select-stage.js";
import { type WishCause, wishBy } from "../core/wish.js";
import type { Session } from "./session.js";

/** Play, sound, captions and scrubbing of the active episode. */
export interface PlaybackControl {
  /** `cause`: who wants pictures. */
  play(cause: WishCause): void;
  pause(): void;
  togglePlay(): void;
  seek(position: number): void;
  scrubStarted(): void;
  scrubEnded(): void;
  /** `byViewer`: inside a gesture, so that all three elements may sound from now on. */
  setMuted(muted: boolean, by: "viewer" | "page"): void;
  setCaptions(lang: string | null): void;
  setRate(rate: number): void;
}

/** @param session the player */
export function createPlaybackControl(session: Session): PlaybackControl {
  let resumeAfterScrub = false;

  const play = (cause: WishCause): void => {
    session.commit({ wantsPlay: true, isOver: false, wish: wishBy(cause) });
    session.pool.play();
  };
  const pause = (): void => {
    session.commit({ wantsPlay: false });
    session.pool.pause();
  };

  return {
    play,
    pause,
    togglePlay: () =>
      session.model.wantsPlay && selectStage(session.model) !== "paused" ? pause() : play("tap"),
    seek: (position) => {
      const { duration } = session.model.media;
      const known = duration || activeEpisode(session.model)?.duration || 0;
      const to = Math.min(Math.max(0, position), known);
      session.commit({ media: Object.freeze({ ...session.model.media, position: to }) });
      session.pool.seek(to);
    },
    scrubStarted: () => {
      resumeAfterScrub = session.model.wantsPlay;
      pause();
    },
    scrubEnded: () => {
      if (resumeAfterScrub) play("tap");
    },
    setMuted: (muted, by) => {
      if (!muted && by === "viewer") session.pool.blessSound();
      session.pool.setMuted(muted);
      session.commit({ muted, soundHint: false });
    },
    setCaptions: (lang) => {
      session.pool.setCaptionLanguage(lang);
      session.commit({ captionLang: lang, panel: "none" });
    },
    setRate: (rate) => {
      session.pool.setRate(rate);
      session.commit({ rate });
    },
  };
}
