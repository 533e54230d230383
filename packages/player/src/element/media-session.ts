import { activeEpisode, type PlayerModel, unlockOf } from "../core/player-model.js";
import { isPlayable } from "../core/playlist.js";
import type { Navigation } from "./navigation.js";
import type { PlaybackControl } from "./playback-control.js";
import type { Session } from "./session.js";

/** Seconds that a headset's or a lock screen's button seeks where the system names none. */
const SEEK_SECONDS = 5;

/** The player that the system shows; a page has one such place. */
let shown: Session | undefined;

/**
 * Tells the system what is played, and takes its buttons: lock screen, headset, keyboard. The buttons for the episodes
 * before and after are there while those may play; a lock is opened in the player only.
 */
export function showInSystem(session: Session, navigation: Navigation, playback: PlaybackControl): void {
  const system = navigator.mediaSession as MediaSession | undefined;
  if (!system) return;

  const show = (model: PlayerModel): void => {
    const before = neighbour(model, -1);
    const after = neighbour(model, 1);
    system.metadata = describe(model);
    setHandlers(system, {
      play: () => playback.play("tap"),
      pause: () => playback.pause(),
      previoustrack: before ? () => navigation.previous("button") : null,
      nexttrack: after ? () => navigation.next("button") : null,
      seekbackward: ({ seekOffset }) => seekBy(-(seekOffset ?? SEEK_SECONDS)),
      seekforward: ({ seekOffset }) => seekBy(seekOffset ?? SEEK_SECONDS),
      seekto: ({ seekTime }) => seekTime !== undefined && playback.seek(seekTime),
    });
  };
  const seekBy = (seconds: number): void => playback.seek(session.model.media.position + seconds);
  const leave = (): void => {
    shown = undefined;
    system.metadata = null;
    system.playbackState = "none";
    setHandlers(system, NOTHING);
  };

  const follow = (model: PlayerModel, previous: PlayerModel): void => {
    const { phase } = model.media;
    if (phase === "playing") {
      const isNew = shown !== session || model.index !== previous.index || model.series !== previous.series;
      const rightsChanged = model.entitlements?.states !== previous.entitlements?.states;
      shown = session;
      if (isNew || rightsChanged || previous.media.phase !== "playing") show(model);
      tellPosition(system, model);
    }
    if (shown !== session) return;
    system.playbackState = model.wantsPlay ? "playing" : "paused";
    // Closed, or gone from the page: what stays on a lock screen would open nothing.
    if (!model.wantsPlay && (model.mode === "inline" || phase === "idle")) leave();
  };
  session.subscribe(follow);
  follow(session.model, session.model);
}

/** Whether the episode beside the active one may play. */
function neighbour(model: PlayerModel, step: 1 | -1): boolean {
  const episode = model.series?.episodes[model.index + step];
  return !!episode && isPlayable(episode, unlockOf(model, episode).name);
}

function describe(model: PlayerModel): MediaMetadata | null {
  const { series } = model;
  const episode = activeEpisode(model);
  if (!series || !episode) return null;
  const poster = episode.poster ?? series.poster;
  return new MediaMetadata({
    title: episode.title,
    artist: series.title,
    album: series.title,
    artwork: poster ? [{ src: poster }] : [],
  });
}

function tellPosition(system: MediaSession, { media, rate }: PlayerModel): void {
  const { duration, position } = media;
  if (duration > 0 && position <= duration)
    system.setPositionState?.({ duration, position, playbackRate: rate });
}

type Handlers = Readonly<Partial<Record<MediaSessionAction, MediaSessionActionHandler | null>>>;

const NOTHING: Handlers = {
  play: null,
  pause: null,
  previoustrack: null,
  nexttrack: null,
  seekbackward: null,
  seekforward: null,
  seekto: null,
};

function setHandlers(system: MediaSession, handlers: Handlers): void {
  for (const [action, handler] of Object.entries(handlers)) {
    try {
      system.setActionHandler(action as MediaSessionAction, handler);
    } catch {
      // A button that this browser does not know.
    }
  }
}
