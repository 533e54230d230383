import type { Caption, Episode, Series, Wallet } from "@micro-drama/protocol";
import type { Failure, Merged, UnlockState } from "@micro-drama/sdk";
import type { AccountView } from "./account-view.js";
import type { CaptionLine } from "./caption-line.js";
import type { Choices } from "./choices.js";
import type { RenditionChoice } from "./renditions.js";

/** What the viewer looks at, derived from the machines; see architecture.md. */
export type Stage =
  /** Nothing was asked of it yet: poster and a play button. */
  | "poster"
  | "loading"
  | "playing"
  | "stalled"
  | "paused"
  | "gate"
  /** An unpublished episode: title and date. */
  | "announced"
  | "error"
  /** The last published episode is over: the end card. */
  | "ended";

/** A sheet over the film that the viewer opened. */
export type Panel = "none" | "episodes" | "captions" | "settings";

/** `inline` stands in an article, `page` is the page; `immersive` is what inline opens into. */
export type Mode = "inline" | "page" | "immersive";

/** The lock sheet over the active episode. */
export interface GateView {
  readonly episode: Episode;
  /** A `locked` one says in `decline` why the last attempt failed, with `confirmUrl` where the viewer can confirm it. */
  readonly access: UnlockState;
  /** False until the finger was lifted and the sheet was visible for 500 ms: no purchase input is taken. */
  readonly armed: boolean;
  /** Set while a top-up of this sheet is under way. */
  readonly toppingUp: boolean;
  /** The page took the unlock over and has not answered yet. */
  readonly isPageDeciding?: boolean;
  /** The last top-up brought no coins. */
  readonly topUpFailed?: boolean;
  /** The locked episodes that are left, this one included, and their running time in seconds where known. */
  readonly remaining: { readonly episodes: number; readonly seconds?: number };
}

/** Everything that the views are functions of. Frozen; a new object after every change. */
export interface ViewState {
  readonly series?: Series;
  /** The manifest could not be had or read. */
  readonly seriesFailure?: Failure;
  readonly mode: Mode;
  /** Index of the active episode in `series.episodes`. */
  readonly index: number;
  readonly stage: Stage;
  /** Set in stage `error`. */
  readonly failure?: Failure;
  readonly online: boolean;
  readonly muted: boolean;
  /** Sound is off only because the browser wants a gesture first: show "Tap for sound". */
  readonly soundHint: boolean;
  readonly rate: number;
  /** Seconds. `duration` is 0 while unknown. */
  readonly position: number;
  readonly duration: number;
  readonly bufferedEnd: number;
  /** Slots (0–2) whose first frame is on the screen: their posters are faded out. */
  readonly uncovered: readonly boolean[];
  readonly captions: {
    readonly available: readonly Caption[];
    /** BCP 47 tag, or null when off. */
    readonly active: string | null;
    readonly lines: readonly CaptionLine[];
  };
  readonly gate?: GateView;
  readonly wallet?: Wallet;
  /** What came along when a guest's purchases were moved to the account, to be told once. */
  readonly merged?: Merged;
  /** Purchases, the rule for buying without a press, and what the viewer is to be told of both. */
  readonly account?: AccountView;
  /** The server's clock, milliseconds since the epoch, for countdowns of wait offers. */
  readonly serverNow: number;
  /** Lock marks for the episode list: state name per episode index. */
  readonly locks: readonly ("free" | "owned" | "locked" | "unpublished")[];
  /** Seconds at which other episodes were left, by the key of their ref. */
  readonly places?: Readonly<Record<string, number>>;
  /** The series after this one could not be had. */
  readonly nextFailed?: boolean;
  readonly panel: Panel;
  readonly choices: Choices;
  /** What can be chosen from; empty while it is not known, and of single files. */
  readonly renditions: readonly RenditionChoice[];
}

/** What may wait for the very first frame waits at most so long, in milliseconds. */
export const FIRST_FRAME_WAIT_MS = 1000;

/** The very first frame is on its way: what else is fetched or run now takes network and time from it. */
export function awaitsFirstFrame({ stage, uncovered }: Pick<ViewState, "stage" | "uncovered">): boolean {
  return stage === "loading" && !uncovered.includes(true);
}
