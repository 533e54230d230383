import type { Series } from "@micro-drama/protocol";
import { refKey } from "@micro-drama/protocol/manifest";
import type { Actions } from "../core/actions.js";
import { idleMedia, type PlayerModel, refOf, unlockOf } from "../core/player-model.js";
import { clampIndex, findEpisode } from "../core/playlist.js";
import { selectStage } from "../core/select-stage.js";
import type { DramaEvent } from "../events/drama-event.js";
import { createSlotPool } from "../media/create-slot-pool.js";
import { preloadControls, preloadGate } from "../view/index.js";
import { createEntitlementLink, type EntitlementLink, type EntitlementSource } from "./entitlement-link.js";
import { createFirstFrameClock } from "./first-frame-clock.js";
import { createGateArming, type GateArming } from "./gate-arming.js";
import { createImmersive } from "./immersive.js";
import { loadSeries, toFailure } from "./load-series.js";
import { driveMedia } from "./media-driver.js";
import { createNavigation, type Navigation } from "./navigation.js";
import { pickCaptionLang } from "./nearest-lang.js";
import { createPlaybackControl, type PlaybackControl } from "./playback-control.js";
import { createActions } from "./player-actions.js";
import { Session } from "./session.js";
import { tellPage } from "./tell-page.js";

/** What the element lends to its player. */
export interface PlayerHost {
  readonly dispatch: (event: DramaEvent) => boolean;
  /** The element that enters the top layer. */
  readonly wrapper: () => HTMLElement | null;
  readonly entitlementSource: () => EntitlementSource;
  /** Id or number of the episode to begin with; empty for the first. */
  readonly startEpisode: () => string;
  readonly advances: () => boolean;
  /** The page lets Back close the immersive mode by a history entry. */
  readonly backCloses: () => boolean;
}

/** A player without a face: the wiring of model, media, entitlements and actions. */
export interface Player {
  readonly session: Session;
  readonly actions: Actions;
  readonly navigation: Navigation;
  readonly playback: PlaybackControl;
  readonly arming: GateArming;
  readonly link: EntitlementLink;
  /** Takes a manifest URL or a series that the page has already; replaces what was there. */
  open(series: string | Series): void;
}

/** @param host the element */
export function createPlayer(host: PlayerHost): Player {
  const session = new Session(createSlotPool(), host.dispatch);
  const link = createEntitlementLink(session);
  const navigation = createNavigation(session);
  const playback = createPlaybackControl(session);
  const arming = createGateArming(session);
  const clock = createFirstFrameClock(session);
  const immersive = createImmersive(session, host.wrapper, host.backCloses);
  let loading: AbortController | undefined;
  let opened: string | Series | undefined;

  driveMedia(session, {
    refresh: link.refresh,
    onEnded: () => {
      if (session.model.mode === "inline" || !host.advances()) return session.commit({ wantsPlay: false });
      clock.moving("auto");
      navigation.next("auto");
    },
  });
  tellPage(session);
  session.subscribe((model, previous) => {
    preloadFaces(model, previous);
    if (selectStage(model) === "gate" && (model.index !== previous.index || selectStage(previous) !== "gate"))
      link.freshen();
    if (model.index !== previous.index || model.entitlements !== previous.entitlements)
      link.fetchMissingPlayback();
  });

  const show = (series: Series): void => {
    const wanted = host.startEpisode();
    const found = Math.max(findEpisode(series, wanted), findEpisode(series, Number(wanted)));
    const index = clampIndex(series, Math.max(0, found));
    const episode = series.episodes[index];
    const captions = series.episodes.find((candidate) => candidate.captions.length > 0)?.captions ?? [];
    const captionLang = pickCaptionLang(captions, host.entitlementSource().locale, series.lang);
    for (const { path, message } of series.warnings) console.warn(`<micro-drama>: ${path}: ${message}`);
    session.pool.setCaptionLanguage(captionLang);
    const { seriesFailure: _mended, ...model } = session.model;
    session.replace({
      ...model,
      series,
      index,
      captionLang,
      isOver: false,
      uncovered: Object.freeze([false, false, false]),
      media: idleMedia(episode ? refKey(refOf(series, episode)) : ""),
    });
    link.connect(host.entitlementSource());
  };

  const open = (series: string | Series): void => {
    loading?.abort();
    opened = series;
    if (typeof series !== "string") {
      show(series);
      return;
    }
    const mine = new AbortController();
    loading = mine;
    loadSeries(series, { signal: mine.signal }).then(
      (loaded) => {
        if (!mine.signal.aborted) show(loaded);
      },
      (error: unknown) => {
        if (!mine.signal.aborted) session.commit({ seriesFailure: toFailure(error) });
      },
    );
  };

  const retry = (): void => {
    if (session.model.seriesFailure && opened !== undefined) {
      const { seriesFailure: _again, ...model } = session.model;
      session.replace({ ...model, wantsPlay: true });
      open(opened);
      return;
    }
    session.commit({ wantsPlay: true, media: idleMedia(session.model.media.key) });
    link.fetchMissingPlayback();
    session.pool.retry();
  };

  const actions = createActions({
    session,
    navigation,
    playback,
    link,
    arming,
    immersive,
    clock,
    recheck: () => link.recheck("viewer"),
    retry,
    playNextSeries: () => {
      const next = session.model.series?.next;
      if (!next) return;
      session.commit({ wantsPlay: true });
      open(next.url);
    },
  });

  return { session, actions, navigation, playback, arming, link, open };
}

/** Fetches what the viewer will need next while the film plays: the controls of an opened player, the coming sheet. */
function preloadFaces(model: PlayerModel, previous: PlayerModel): void {
  if (model.media.phase !== "playing" || previous.media.phase === "playing") return;
  if (model.mode !== "inline") void preloadControls();
  const next = model.series?.episodes[model.index + 1];
  if (next?.access === "locked" && unlockOf(model, next).name !== "granted") void preloadGate();
}
