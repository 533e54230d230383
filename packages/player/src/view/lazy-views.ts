import { html, nothing, type TemplateResult } from "lit";
import { containWheel } from "./contain-wheel.js";
import { createLazyChunk, type LazyChunk, lazyView } from "./directives/lazy-view.js";
import { icon, signs } from "./icons.js";
import type { ViewContext } from "./view-context.js";

// What the first frame does not need comes in three parts, each when it is wanted for the first time.
const controls = createLazyChunk(() =>
  import("./controls/controls-view.js").then(({ renderControls }) => renderControls),
);
const gate = createLazyChunk(() => import("./gate/gate-view.js").then(({ renderGate }) => renderGate));
const panels = createLazyChunk(() => import("./panel/panel-view.js").then(({ renderPanel }) => renderPanel));

/** Fetches the controls ahead of time, e.g. when a pointer nears the card. Settles with whether they are there. */
export function preloadControls(): Promise<boolean> {
  return controls.load();
}

/** Fetches the lock sheet ahead of time, e.g. when the next episode is locked. Settles with whether it is there. */
export function preloadGate(): Promise<boolean> {
  return gate.load();
}

/** The controls over the film. Until they are there a tap, a swipe and the keys do the same. */
export function renderLazyControls(context: ViewContext): unknown {
  return context.state.series ? lazyView(controls, context) : nothing;
}

/** What lies over the film and takes the focus: gate, episode list, captions menu, end card. */
export function renderOverlay(context: ViewContext): TemplateResult | typeof nothing {
  const { state } = context;
  if (!state.series) return nothing;
  // The list may be opened over the gate: earlier episodes stay reachable.
  if (state.panel !== "none")
    return html`<div class="overlay" @wheel=${containWheel}>${renderSheet(panels, context)}</div>`;
  if (state.gate)
    return html`<div class="overlay" @wheel=${containWheel}>
      <slot name="gate">${renderSheet(gate, context)}</slot>
    </div>`;
  if (state.stage === "ended")
    return html`<div class="overlay" @wheel=${containWheel}>
      <slot name="end-card">${renderSheet(panels, context)}</slot>
    </div>`;
  return nothing;
}

function renderSheet(chunk: LazyChunk, context: ViewContext): unknown {
  const { messages, actions, state } = context;
  const leave = () => (state.panel === "none" ? actions.closeGate() : actions.openPanel("none"));
  return lazyView(chunk, context, {
    loading: html`<div class="notice spinner" role="img" aria-label=${messages.loading}></div>`,
    failed: (retry) => html`<div class="notice message" part="notice">
      ${icon(signs.alert)}
      <p class="message-title">${messages.failure["engine-unavailable"]}</p>
      <button class="pill is-solid" type="button" @click=${retry}>
        ${icon(signs.replay)}${messages.retry}
      </button>
      <button class="pill" type="button" @click=${leave}>${messages.close}</button>
    </div>`,
  });
}
