import { html, nothing, type TemplateResult } from "lit";
import { awaitsFirstFrame } from "../core/view-state.js";
import { createLazyChunk } from "./lazy-chunk.js";
import { renderMessage, renderSpinner } from "./message-view.js";
import { isCovered, type ViewContext } from "./view-context.js";

// What the first frame does not need comes in parts, each when it is wanted for the first time.
const opened = createLazyChunk(
  () => import("./opened/opened-view.js"),
  ({ state }) => awaitsFirstFrame(state),
);

/** The lock sheet. Here and not with the views of an opened player, so that both are on their way at once. */
export const gateChunk = createLazyChunk(() => import("./gate/gate-view.js"));

/** Fetches the controls ahead of time, e.g. when a pointer nears the card. Settles with whether they are there. */
export function preloadControls(): Promise<boolean> {
  return opened.load();
}

/** Fetches the lock sheet ahead of time, e.g. when the next episode is locked. Settles with whether it is there. */
export function preloadGate(): Promise<boolean> {
  return gateChunk.load();
}

/** Bars and controls over the film. Until they are there a tap, a swipe and the keys do the same. */
export function renderLazyControls(context: ViewContext): unknown {
  const { state, actions, messages } = context;
  return opened.render(
    context,
    (views) => views.renderBars(context),
    () =>
      state.mode === "immersive"
        ? // Comes after a second (by CSS): usually the bar with the real way back is quicker.
          html`<button class="pill is-way-out" type="button" @click=${() => actions.leaveImmersive()}>
            ${messages.close}
          </button>`
        : nothing,
  );
}

/** Why the film does not play, where that needs words. */
export function renderLazyNotice(context: ViewContext): unknown {
  return opened.render(
    context,
    (views) => views.renderNotice(context),
    (retry) => retry && renderMessage(context, context.messages.partMissing, { retry }),
  );
}

/** What lies over the film and takes the focus: gate, episode list, captions menu, end card. */
export function renderLazyOverlay(context: ViewContext): unknown {
  if (!isCovered(context.state) && !context.state.account?.notice) return nothing;
  if (context.state.gate) void gateChunk.load();
  return opened.render(
    context,
    (views) => views.renderOverlay(context),
    (retry) => html`<div class="overlay">${renderStandIn(context, retry)}</div>`,
  );
}

/** What a screen reader is told of an opened player. */
export function selectLazyStatus(context: ViewContext): unknown {
  return opened.render(context, (views) => views.selectStatus(context));
}

/** What stands where a sheet will be: it is on its way, or could not be fetched. */
export function renderStandIn(context: ViewContext, retry: (() => void) | undefined): TemplateResult {
  const { messages, actions, state } = context;
  if (!retry) return renderSpinner(messages);
  const leave = () => (state.panel === "none" ? actions.closeGate() : actions.openPanel("none"));
  return renderMessage(context, messages.partMissing, { retry, leave });
}
