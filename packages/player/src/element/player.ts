import type { Series } from "@micro-drama/protocol";
import { refKey } from "@micro-drama/protocol/manifest";
import type { Failure } from "@micro-drama/sdk";
import type { Actions } from "../core/actions.js";
import { idleMedia, type PlayerModel, refOf, unlockOf } from "../core/player-model.js";
import { clampIndex, findEpisode } from "../core/playlist.js";
import { selectStage } from "../core/select-stage.js";
import { wishBy } from "../core/wish.js";
import type { EarlyFilm } from "../early/early-film.js";
import { DramaEvent } from "../events/drama-event.js";
import { createSlotPool } from "../media/create-slot-pool.js";
import type { Recalled } from "../remember/recall.js";
import type { StorageChoice } from "../remember/storage-port.js";
import { preloadControls, preloadGate } from "../view/index.js";
import { createEntitlementLink, type EntitlementLink, type EntitlementSource } from "./entitlement-link.js";
import { createGateArming, type GateArming } from "./gate-arming.js";
import { createImmersive } from "./immersive.js";
import { loadSeries, type SeriesSource, toFailure } from "./load-series.js";
import { measure } from "./measuring.js";
import { driveMedia } from "./media-driver.js";
import { createNavigation, type Navigation } from "./navigation.js";
import { pickCaptionLang } from "./nearest-lang.js";
import { createPlaybackControl, type PlaybackControl } from "./playback-control.js";
import { createActions } from "./player-actions.js";
import { recalling } from "./recalling.js";
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
  /** Was begun before the element was defined. */
  readonly early: EarlyFilm | undefined;
}

/** A player without a face: the wiring of model, media, entitlements and actions. */
export interface Player {
  readonly session: Session;
  readonly actions: Actions;
  readonly navigation: Navigation;
  readonly playback: PlaybackControl;
  readonly arming: GateArming;
  readonly link: EntitlementLink;
  /** Takes a manifest URL, or a manifest or series that the page has already; replaces what was there. */
  open(series: SeriesSource): void;
  /** The page says where a viewer's place and choices may be kept. */
  remember(storage: StorageChoice): void;
  /** The element left the page: closes what is open, lets go of media and of the platform. */
  suspend(): void;
  /** The element is back. */
  resume(): void;
}

/** @param host the element */
export function createPlayer(host: PlayerHost): Player {
  const session = new Session(createSlotPool({ early: host.early }), host.dispatch);
  const link = createEntitlementLink(session);
  const navigation = createNavigation(session);
  const playback = createPlaybackControl(session);
  const arming = createGateArming(session);
  const immersive = createImmersive(session, navigation, host.wrapper, host.backCloses);
  let loading: AbortController | undefined;
  let opened: SeriesSource | undefined;
  let isSuspended = false;
  let recalled: ReturnType<typeof recalling>;

  // Inline a film that is over rests: the page goes on.
  const advances = (): boolean =>
    session.model.mode !== "inline" && host.advances() && !session.model.choices.stays;

  measure(session);
  const driver = driveMedia(session, {
    access: link.access,
    onEnded: () => navigation.ended({ advances: advances() }),
  });
  tellPage(session);
  let isInSystem = false;
  session.subscribe((model, previous) => {
    preloadFaces(model, previous);
    if (model.media.phase === "playing" && !isInSystem) {
      isInSystem = true;
      import("./once-playing.js")
        .then((m) => m.oncePlaying(session, { navigation, playback, advances }))
        .catch(() => undefined);
    }
    if (selectStage(model) === "gate" && (model.index !== previous.index || selectStage(previous) !== "gate"))
      link.freshen();
    if (model.index !== previous.index || model.entitlements !== previous.entitlements)
      link.fetchMissingPlayback();
  });

  const show = (
    series: Series,
    startEpisode: string,
    refine: Recalled["refine"] = (model) => model,
  ): void => {
    const { series: former, captionLang: chosen, seriesFailure: _mended, ...model } = session.model;
    const index = findStart(series, startEpisode);
    const episode = series.episodes[index];
    const captions = series.episodes.find((candidate) => candidate.captions.length > 0)?.captions ?? [];
    // Who switched captions off in the former series does not want them in this one.
    const captionLang =
      former && chosen === null
        ? null
        : pickCaptionLang(captions, host.entitlementSource().locale, series.lang);
    for (const { path, message } of series.warnings) console.warn(`<micro-drama>: ${path}: ${message}`);
    session.pool.setCaptionLanguage(captionLang);
    const opening: PlayerModel = {
      ...model,
      series,
      index,
      captionLang,
      isOver: false,
      nextFailed: false,
      uncovered: Object.freeze([false, false, false]),
      media: idleMedia(episode ? refKey(refOf(series, episode)) : ""),
    };
    session.replace(refine(opening, startEpisode));
    link.connect(host.entitlementSource());
  };

  /** Brings a series and shows it, unless another one was asked for meanwhile. */
  const bring = (series: SeriesSource, startEpisode: string, onFailure: (failure: Failure) => void): void => {
    loading?.abort();
    const mine = new AbortController();
    loading = mine;
    const onLoaded = (parsed: Series): void => {
      if (mine.signal.aborted) return;
      if (!recalled) show(parsed, startEpisode);
      else void recalled.then((known) => !mine.signal.aborted && show(parsed, startEpisode, known?.refine));
    };
    const onRefused = (error: unknown): void => {
      if (!mine.signal.aborted) onFailure(toFailure(error));
    };
    let loaded: Series | Promise<Series>;
    try {
      loaded = loadSeries(series, { signal: mine.signal });
    } catch (error) {
      onRefused(error);
      return;
    }
    // What the page has already is in the very first render.
    if (loaded instanceof Promise) loaded.then(onLoaded, onRefused);
    else onLoaded(loaded);
  };

  const open = (series: SeriesSource): void => {
    opened = series;
    const { seriesFailure: _former, ...model } = session.model;
    session.replace(model);
    bring(series, host.startEpisode(), (seriesFailure) => session.commit({ seriesFailure }));
  };

  const retry = (): void => {
    if (session.model.seriesFailure && opened !== undefined) {
      session.commit({ wantsPlay: true, wish: wishBy("tap") });
      open(opened);
      return;
    }
    session.commit({ wantsPlay: true, wish: wishBy("tap"), media: idleMedia(session.model.media.key) });
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
    wrapper: host.wrapper,
    recheck: () => link.recheck("viewer"),
    retry,
    playNextSeries: () => {
      const next = session.model.series?.next;
      if (!next) return;
      // A series that cannot be had does not take the present one away.
      session.commit({ wantsPlay: true, wish: wishBy("tap"), nextFailed: false });
      bring(next.url, "", (failure) => {
        session.commit({ wantsPlay: false, nextFailed: true });
        session.emit(
          new DramaEvent("drama-error", {
            ...session.detail(),
            code: failure.code,
            message: failure.message,
          }),
        );
      });
    },
  });

  return {
    session,
    actions,
    navigation,
    playback,
    arming,
    link,
    open,
    remember(storage) {
      void recalled?.then((former) => former?.stop());
      recalled = recalling(session, storage);
    },
    suspend() {
      isSuspended = true;
      session.commit({
        wantsPlay: false,
        media: idleMedia(session.model.media.key),
        uncovered: Object.freeze([false, false, false]),
      });
      arming.stop();
      link.close();
      driver.letGo();
    },
    resume() {
      if (isSuspended && session.model.series) link.connect(host.entitlementSource());
      isSuspended = false;
    },
  };
}

/** Fetches what the viewer will need next while the film plays: the controls of an opened player, the coming sheet. */
function preloadFaces(model: PlayerModel, previous: PlayerModel): void {
  if (model.media.phase !== "playing" || previous.media.phase === "playing") return;
  if (model.mode !== "inline") void preloadControls();
  const next = model.series?.episodes[model.index + 1];
  if (next?.access === "locked" && unlockOf(model, next).name !== "granted") void preloadGate();
}

/** The index of an episode named by id or number; the first where there is none of that name. */
function findStart(series: Series, wanted: string): number {
  const found = Math.max(findEpisode(series, wanted), findEpisode(series, Number(wanted)));
  return clampIndex(series, Math.max(0, found));
}
