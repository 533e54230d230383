import type { Episode } from "@micro-drama/protocol";
import type { Actions } from "../core/actions.js";
import type { ViewState } from "../core/view-state.js";
import type { Messages, OpenedMessages } from "../locale/messages.js";

/** What every view is a function of. */
export interface ViewContext {
  readonly state: ViewState;
  readonly actions: Actions;
  readonly messages: Messages;
  /** Draws the player once more: a part of it has come, or could not be had. */
  readonly redraw: () => void;
}

/** What the views are functions of that came later, and brought the rest of the words. */
export interface OpenedViewContext extends ViewContext {
  readonly messages: OpenedMessages;
}

/** What the whole player is a function of. */
export interface PlayerViewContext extends ViewContext {
  /** The pool's elements; slot `i` gets `videos[i]` once and keeps it. */
  readonly videos: readonly [HTMLVideoElement, HTMLVideoElement, HTMLVideoElement];
  /** Writing direction of the page around. Default: that of the messages. */
  readonly dir?: "ltr" | "rtl";
}

/** The active episode. */
export function selectEpisode({ series, index }: ViewState): Episode | undefined {
  return series?.episodes[index];
}

/** True while a sheet lies over the film and takes the focus. */
export function isCovered(state: ViewState): boolean {
  return state.gate !== undefined || state.panel !== "none" || state.stage === "ended";
}

/** How many episodes are out: announced ones are not counted. */
export function selectPublishedCount({ series }: ViewState): number {
  return series?.episodes.filter(({ access }) => access !== "unpublished").length ?? 0;
}
