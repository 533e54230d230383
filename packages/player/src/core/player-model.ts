import type { Caption, Episode, EpisodeRef, Series } from "@micro-drama/protocol";
import { refKey } from "@micro-drama/protocol/manifest";
import type { EntitlementsSnapshot, Failure, UnlockState } from "@micro-drama/sdk";
import type { AccountView } from "./account-view.js";
import type { CaptionLine } from "./caption-line.js";
import type { Choices } from "./choices.js";
import type { MediaFact } from "./media-fact.js";
import type { RenditionChoice } from "./renditions.js";
import type { Mode, Panel } from "./view-state.js";
import type { Wish } from "./wish.js";

/** What is known of the media of the active episode; reset whenever another one becomes active. */
export interface ActiveMedia {
  readonly key: string;
  readonly phase: "idle" | "loading" | "playing" | "stalled" | "paused" | "ended" | "failed";
  /** Seconds. */
  readonly position: number;
  readonly duration: number;
  readonly bufferedEnd: number;
  readonly lines: readonly CaptionLine[];
  /** Where the stream brings some itself: all that there are. */
  readonly captions?: readonly Caption[];
  readonly failure?: Failure;
  /** The viewer closed the sheet of this lock, and there was nothing to go back to. */
  readonly isGateShut?: boolean;
}

/** The facts that the player owns; every view is derived from it. Frozen: a change makes a new one. */
export interface PlayerModel {
  readonly series?: Series;
  readonly seriesFailure?: Failure;
  readonly mode: Mode;
  readonly index: number;
  /** The viewer (or autoplay) wants pictures to move. */
  readonly wantsPlay: boolean;
  /** The last wish for pictures, whatever became of it. */
  readonly wish?: Wish;
  readonly muted: boolean;
  readonly soundHint: boolean;
  readonly rate: number;
  readonly captionLang: string | null;
  readonly panel: Panel;
  readonly online: boolean;
  readonly media: ActiveMedia;
  readonly uncovered: readonly boolean[];
  /** Seconds to begin with, by the key of the media; absent: from the beginning. */
  readonly places?: Readonly<Record<string, number>>;
  readonly choices: Choices;
  /** Of the film that was loaded last; a series has one ladder. */
  readonly renditions: readonly RenditionChoice[];
  readonly gateArmed: boolean;
  readonly toppingUp: boolean;
  readonly topUpFailed: boolean;
  /** The page took an unlock over and has not answered yet. */
  readonly isPageDeciding: boolean;
  /** What the gate control knows of the viewer's purchases; it comes with the SDK. */
  readonly account?: AccountView;
  /** The last published episode was watched to its end. */
  readonly isOver: boolean;
  /** The series after this one could not be had. */
  readonly nextFailed: boolean;
  readonly entitlements?: EntitlementsSnapshot;
  /** Another object for another viewer. */
  readonly viewer?: object;
}

/** Media of which nothing is known yet. */
export function idleMedia(key: string): ActiveMedia {
  return Object.freeze({
    key,
    phase: "idle",
    position: 0,
    duration: 0,
    bufferedEnd: 0,
    lines: Object.freeze([]),
  });
}

/** A player to which nobody has said anything. */
export const INITIAL_MODEL: PlayerModel = Object.freeze({
  mode: "inline",
  index: 0,
  wantsPlay: false,
  muted: true,
  soundHint: false,
  rate: 1,
  captionLang: null,
  panel: "none",
  choices: Object.freeze({}),
  renditions: Object.freeze([]),
  online: true,
  media: idleMedia(""),
  uncovered: Object.freeze([false, false, false]),
  gateArmed: false,
  toppingUp: false,
  topUpFailed: false,
  isPageDeciding: false,
  isOver: false,
  nextFailed: false,
});

/** The active episode, once there is a series. */
export function activeEpisode(model: PlayerModel): Episode | undefined {
  return model.series?.episodes[model.index];
}

/** The ref of an episode of the model's series. */
export function refOf(series: Series, episode: Episode): EpisodeRef {
  return { series: series.id, episode: episode.id };
}

/** Where the unlock of an episode stands. */
export function unlockOf(model: PlayerModel, episode: Episode): UnlockState {
  const series = model.series;
  const known = series && model.entitlements?.states.get(refKey(refOf(series, episode)));
  return known ?? { name: "unknown" };
}

/** The model after a fact of the active slot. Facts of other slots and of former targets change only covers. */
export function applyMediaFact(model: PlayerModel, fact: MediaFact): PlayerModel {
  const covered = applyCover(model, fact);
  if (fact.key !== model.media.key) return covered;
  const media = (change: Partial<ActiveMedia>): PlayerModel => ({
    ...covered,
    media: Object.freeze({ ...covered.media, ...change }),
  });
  switch (fact.type) {
    case "loading":
      return media({ phase: "loading" });
    case "playing":
      return media({ phase: "playing" });
    case "paused":
      return model.media.phase === "ended" ? covered : media({ phase: "paused" });
    case "stalled":
      return media({ phase: "stalled" });
    case "ended":
      return media({ phase: "ended", position: model.media.duration });
    case "time":
      return media({ position: fact.position, duration: fact.duration, bufferedEnd: fact.bufferedEnd });
    case "stream":
      return media({ captions: fact.captions });
    case "cue":
      return media({ lines: fact.lines });
    case "needs-gesture":
      return { ...media({ phase: "paused" }), wantsPlay: false };
    case "sound-refused":
      return { ...covered, muted: true, soundHint: true };
    case "failed":
      return media({
        phase: "failed",
        failure: Object.freeze({ code: fact.code, message: fact.message, retryable: fact.retryable }),
      });
    default:
      return covered;
  }
}

function applyCover(model: PlayerModel, fact: MediaFact): PlayerModel {
  if (fact.type !== "first-frame" && fact.type !== "loading") return model;
  const isSeen = fact.type === "first-frame";
  return { ...model, uncovered: model.uncovered.map((seen, slot) => (slot === fact.slot ? isSeen : seen)) };
}
