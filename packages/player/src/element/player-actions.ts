import type { Actions } from "../core/actions.js";
import { idleMedia } from "../core/player-model.js";
import type { EntitlementLink } from "./entitlement-link.js";
import type { GateArming } from "./gate-arming.js";
import type { GateControl } from "./gate-control.js";
import type { Immersive } from "./immersive.js";
import type { Navigation } from "./navigation.js";
import type { PlaybackControl } from "./playback-control.js";
import type { Session } from "./session.js";

/** The parts of a player that carry out what views ask for. */
export interface PlayerParts {
  readonly session: Session;
  readonly navigation: Navigation;
  readonly playback: PlaybackControl;
  readonly link: EntitlementLink;
  readonly arming: GateArming;
  readonly immersive: Immersive;
  /** Asks the platform again, because the viewer did. */
  readonly recheck: () => void;
  readonly retry: () => void;
  /** The element that enters the top layer. */
  readonly wrapper: () => HTMLElement | null;
  readonly playNextSeries: () => void;
}

/** Hands every wish of a viewer to the part that carries it out. */
export function createActions(parts: PlayerParts): Actions {
  const { session, navigation, playback, link, arming, immersive } = parts;
  // Offers and sign-in are shown only after that code has come, so this stays inside the viewer's gesture.
  const atGate = (carryOut: (gate: GateControl) => void): void => {
    link.gate().then(carryOut, () => undefined);
  };
  return {
    togglePlay: playback.togglePlay,
    next: (by) => {
      arming.touch(false);
      return navigation.next(by);
    },
    previous: (by) => {
      arming.touch(false);
      return navigation.previous(by);
    },
    goTo: navigation.goTo,
    swipeStarted: () => arming.touch(true),
    swipeCancelled: () => arming.touch(false),
    seek: playback.seek,
    scrubStarted: playback.scrubStarted,
    scrubEnded: playback.scrubEnded,
    toggleMute: () => {
      // Who chose silence keeps it when the player is opened again.
      session.keepsMuted = !session.model.muted;
      playback.setMuted(session.keepsMuted, "viewer");
    },
    setCaptions: playback.setCaptions,
    setRate: playback.setRate,
    enterImmersive: () => {
      immersive.enter();
      playback.setMuted(session.keepsMuted, "viewer");
      playback.play("tap");
    },
    leaveImmersive: immersive.leave,
    chooseOffer: (offer, input) => atGate((gate) => gate.chooseOffer(offer, input)),
    closeGate: () => {
      if (navigation.back()) return;
      immersive.leave();
      if (session.model.mode === "page")
        session.commit({ media: { ...session.model.media, isGateShut: true } });
    },
    openGate: () => session.commit({ media: idleMedia(session.model.media.key) }),
    signIn: () => atGate((gate) => gate.signIn()),
    askAccount: (request) => atGate((gate) => gate.askAccount(request)),
    recheck: parts.recheck,
    retry: parts.retry,
    replay: navigation.replay,
    playNextSeries: parts.playNextSeries,
    share: () => {
      import("./share.js").then(({ shareEpisode }) => shareEpisode(session)).catch(() => undefined);
    },
    openPanel: (panel) => session.commit({ panel, renditions: session.pool.renditions }),
    choose: (change) => session.commit({ choices: { ...session.model.choices, ...change } }),
    showIn: (place) => {
      import("./show-in.js")
        .then(({ showIn }) => showIn(place, session, parts.wrapper()))
        .catch(() => undefined);
    },
  };
}
