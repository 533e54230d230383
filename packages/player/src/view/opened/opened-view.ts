import type { TemplateResult } from "lit";
import { selectOpenedMessages } from "../../locale/opened-messages.js";
import { renderControls } from "../controls/controls-view.js";
import type { OpenedViewContext, ViewContext } from "../view-context.js";
import { renderFailureOrAnnouncement } from "./announcement-view.js";
import { selectOpenedStatus } from "./opened-status.js";
import { renderSheets } from "./sheets-view.js";
import { renderTopBar } from "./top-bar-view.js";

// The chunk of an opened player: everything here is asked for by `lazy-views`, and gets the rest of the words.

/** The bar at the top and the controls. Without a series there is nothing to control, and still something to close. */
export function renderBars(context: ViewContext): TemplateResult[] {
  const opened = withAllWords(context);
  return context.state.series ? [renderTopBar(opened), renderControls(opened)] : [renderTopBar(opened)];
}

/** Why there is no film: it failed, or is not out yet. */
export function renderNotice(context: ViewContext): unknown {
  return renderFailureOrAnnouncement(withAllWords(context));
}

/** What lies over the film and takes the focus. */
export function renderOverlay(context: ViewContext): TemplateResult {
  return renderSheets(withAllWords(context));
}

/** What a screen reader is told of the present state. */
export function selectStatus(context: ViewContext): string {
  return selectOpenedStatus(withAllWords(context));
}

function withAllWords(context: ViewContext): OpenedViewContext {
  return { ...context, messages: selectOpenedMessages(context.messages) };
}
