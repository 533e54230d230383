import type { Actions } from "../core/actions.js";
import type { FirstFrameClock } from "./first-frame-clock.js";
import type { GateArming } from "./gate-arming.js";
import type { GateControl } from "./gate-control.js";
import type { Immersive } from "./immersive.js";
import type { Navigation } from "./navigation.js";
import type { PlaybackControl } from "./playback-control.js";
import type { Session } from "./session.js";
import { share } from "./share.js";

/** The parts of a player that carry out what views ask for. */
export interface PlayerParts {
  readonly session: Session;
  readonly navigation: Navigation;
  readonly playback: PlaybackControl;
  readonly gate: GateControl;
  readonly arming: GateArming;
  readonly immersive: Immersive;
  readonly clock: FirstFrameClock;
  /** Asks the platform again, because the viewer did. */
  readonly recheck: () => void;
  readonly retry: () => void;
  readonly playNextSeries: () => void;
}

/** Hands every wish of a viewer to the part that carries it out. */
export function createActions(parts: PlayerParts): Actions {
  const { session, navigation, playback, gate, arming, immersive, clock } = parts;
  return {
    togglePlay: playback.togglePlay,
    next: (by) => {
      arming.touch(false);
      clock.moving(by);
      navigation.next(by);
    },
    previous: (by) => {
      arming.touch(false);
      clock.moving(by);
      navigation.previous(by);
    },
    goTo: (index, by) => {
      clock.moving(by);
      navigation.goTo(index, by);
    },
    swipeStarted: () => arming.touch(true),
    swipeCancelled: () => arming.touch(false),
    seek: playback.seek,
    scrubStarted: playback.scrubStarted,
    scrubEnded: playback.scrubEnded,
    toggleMute: () => playback.setMuted(!session.model.muted, "viewer"),
    setCaptions: playback.setCaptions,
    setRate: playback.setRate,
    enterImmersive: () => {
      immersive.enter();
      playback.setMuted(session.keepsMuted, "viewer");
      playback.play();
    },
    leaveImmersive: immersive.leave,
    chooseOffer: gate.chooseOffer,
    closeGate: () => {
      clock.moving("button");
      if (!navigation.back()) immersive.leave();
    },
    signIn: gate.signIn,
    recheck: parts.recheck,
    retry: parts.retry,
    replay: navigation.replay,
    playNextSeries: parts.playNextSeries,
    share: () => void share(session.model.series?.title ?? document.title, location.href),
    openPanel: (panel) => session.commit({ panel }),
  };
}
