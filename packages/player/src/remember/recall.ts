import { refKey } from "@micro-drama/protocol/manifest";
import { selectMostLines } from "../core/choices.js";
import { activeEpisode, idleMedia, type PlayerModel, refOf } from "../core/player-model.js";
import { clampIndex, findEpisode } from "../core/playlist.js";
import type { Session } from "../element/session.js";
import { rememberCaptionStyle } from "../view/captions/caption-style-store.js";
import { parseDeepLink } from "./deep-link.js";
import { type Memory, recallSeries, rememberPlace } from "./memory.js";
import { createMemoryStore, type MemoryStore } from "./memory-store.js";
import { findStoragePort, type StorageChoice } from "./storage-port.js";

/** Whoever left so early, or so near the end, begins anew; in seconds. */
const WORTH_RESUMING = 5;

/** Seconds of film between two writes. */
const WRITE_STEP = 5;

/** What is known of the viewer before a series is shown. */
export interface Recalled {
  /** The model with which the series opens; `startEpisode` is the page's wish, empty without one. */
  refine(model: PlayerModel, startEpisode: string): PlayerModel;
  /** The page takes its word back: what was written goes, and nothing more is written. */
  stop(): void;
}

/**
 * Brings back where the viewer was and what they chose, and keeps both from now on, as far as the page allows.
 * A link (`?episode=12&t=34`) is stronger than the page's wish, and that than the memory.
 */
export function recall(session: Session, choice: StorageChoice): Recalled {
  const port = findStoragePort(choice);
  const stopped = new AbortController();
  const store = createMemoryStore(port);
  if (port) keep(session, store, stopped.signal);
  // A link names a place in the series that the page came with, not in the one after it.
  let link = parseDeepLink(location.search);

  return {
    refine(model, startEpisode) {
      const { series } = model;
      if (!series) return model;
      const memory = store.read();
      const known = recallSeries(memory, series.id);
      const linked = link.episode === undefined ? -1 : findAny(link.episode);
      const remembered = startEpisode || !known ? -1 : findEpisode(series, known.episode);
      const index = linked >= 0 ? linked : remembered >= 0 ? clampIndex(series, remembered) : model.index;
      const episode = series.episodes[index];
      const places: Record<string, number> = {};
      for (const { id, duration = Number.POSITIVE_INFINITY } of series.episodes) {
        const at = known?.places[id] ?? 0;
        if (at >= WORTH_RESUMING && at <= duration - WORTH_RESUMING)
          places[refKey({ series: series.id, episode: id })] = at;
      }
      const key = episode ? refKey(refOf(series, episode)) : "";
      const isNamed = linked >= 0 || (link.episode === undefined && link.at !== undefined);
      if (isNamed) places[key] = Math.min(link.at ?? 0, Math.max(0, (episode?.duration ?? Infinity) - 1));
      link = {};
      session.keepsMuted ||= memory.muted ?? false;
      const rate = memory.rate ?? model.rate;
      const captionLang = memory.captions === undefined ? model.captionLang : memory.captions;
      session.pool.setRate(rate);
      session.pool.setMostLines(
        selectMostLines({ savesData: memory.savesData ?? false, mostLines: memory.mostLines ?? null }),
      );
      session.pool.setCaptionLanguage(captionLang);
      const { savesData = false, mostLines = null, stays = false } = memory;
      const choices = { ...model.choices, savesData, mostLines, stays };
      return { ...model, index, media: idleMedia(key), places, rate, captionLang, choices };

      function findAny(wanted: string): number {
        if (!series) return -1;
        const found = Math.max(findEpisode(series, wanted), findEpisode(series, Number(wanted)));
        return found < 0 ? -1 : clampIndex(series, found);
      }
    },
    stop() {
      stopped.abort();
      if (port) store.forget();
    },
  };
}

/** Writes choices as they are made, and the place now and then and whenever it may be the last chance. */
function keep(session: Session, store: MemoryStore, signal: AbortSignal): void {
  rememberCaptionStyle({
    read: () => store.read().captionStyle,
    write: (captionStyle) => {
      if (!signal.aborted) store.update((memory) => ({ ...memory, captionStyle }));
    },
  });
  let written = 0;
  const write = (model: PlayerModel): void => {
    const { series, media } = model;
    const episode = activeEpisode(model);
    if (!series || !episode || media.duration === 0) return;
    written = media.position;
    const isDone = media.phase === "ended" || media.position > media.duration - WORTH_RESUMING;
    const seconds = isDone || media.position < WORTH_RESUMING ? undefined : media.position;
    store.update((memory) => rememberPlace(memory, { series: series.id, episode: episode.id, seconds }));
  };

  session.subscribe((model, previous) => {
    if (!previous.series || model.series !== previous.series) return;
    if (model.index !== previous.index) {
      write(previous);
      leave(session, previous);
      return;
    }
    const { phase, position } = model.media;
    const rests = phase !== previous.media.phase && (phase === "paused" || phase === "ended");
    if (rests || (phase === "playing" && Math.abs(position - written) >= WRITE_STEP)) write(model);
    const choices = {
      ...(model.rate === previous.rate ? {} : { rate: model.rate }),
      ...(model.captionLang === previous.captionLang ? {} : { captions: model.captionLang }),
      ...selectChanges(model, previous),
      // Only the viewer's own switch: the browser's silence is no choice.
      ...(model.muted === previous.muted || model.soundHint ? {} : { muted: session.keepsMuted }),
    };
    if (Object.keys(choices).length > 0) store.update((memory) => ({ ...memory, ...choices }));
  }, signal);
  addEventListener("pagehide", () => write(session.model), { signal });
}

/** What of the choices is kept, as far as it changed. */
function selectChanges({ choices }: PlayerModel, { choices: former }: PlayerModel): Partial<Memory> {
  const { savesData = false, mostLines = null } = choices;
  const stays = choices.stays === true;
  return {
    ...(savesData === (former.savesData ?? false) ? {} : { savesData }),
    ...(mostLines === (former.mostLines ?? null) ? {} : { mostLines }),
    ...(stays === (former.stays === true) ? {} : { stays }),
  };
}

/** Who comes back to an episode in the same visit goes on where they left it. */
function leave(session: Session, { media }: PlayerModel): void {
  const { places = {} } = session.model;
  const isDone = media.phase === "ended" || media.position > media.duration - WORTH_RESUMING;
  const { [media.key]: _former, ...others } = places;
  const at = isDone || media.position < WORTH_RESUMING ? {} : { [media.key]: media.position };
  session.commit({ places: Object.freeze({ ...others, ...at }) });
}
