import { html, nothing, type TemplateResult } from "lit";
import { renderFeed } from "./feed-view.js";
import { renderInline } from "./inline-view.js";
import { renderLazyControls, renderLazyOverlay, selectLazyStatus } from "./lazy-views.js";
import { renderNotice } from "./notice-view.js";
import { isCovered, type PlayerViewContext } from "./view-context.js";

/** Controls a tap on the film must not reach through. */
const CONTROLS = "button, a, input, [role='slider'], [role='dialog']";

/**
 * The whole face of the player, a function of the state. Needs `playerStyles` in the same root.
 * Gestures and keys are attached by the element: see {@link findFeed}.
 */
export function renderPlayer(context: PlayerViewContext): TemplateResult {
  const { state, messages, dir } = context;
  const isInline = state.mode === "inline";
  return html`<section
    class="player"
    part="player"
    tabindex="-1"
    dir=${dir ?? messages.dir}
    lang=${messages.lang}
    aria-label=${messages.player(state.series?.title ?? "")}
    data-mode=${state.mode}
    data-stage=${state.stage}
    ?data-empty=${!state.series && !state.seriesFailure}
    ?data-covered=${isCovered(state)}
  >
    <div class="viewport" part="viewport" @click=${(event: Event) => onTap(event, context)}>
      ${renderFeed(context)}
      <slot name="overlay"></slot>
      ${renderNotice(context)}
      ${isInline ? renderInline(context) : renderLazyControls(context)}
    </div>
    ${isInline || !state.series ? nothing : renderLazyOverlay(context)}
    <p class="visually-hidden" role="status">${selectStatus(context)}</p>
  </section>`;
}

/** For the one polite live region: what has become true, never what is hoped for. */
function selectStatus(context: PlayerViewContext): unknown {
  const { state, messages } = context;
  if (state.seriesFailure) return messages.seriesFailure;
  if (!state.online) return messages.offline;
  return state.mode === "inline" || !state.series ? nothing : selectLazyStatus(context);
}

/** The elements that a swipe is attached to; `undefined` before the first render. */
export function findFeed(
  root: ParentNode,
): { readonly feed: HTMLElement; readonly slots: readonly HTMLElement[] } | undefined {
  const feed = root.querySelector<HTMLElement>(".viewport");
  return feed ? { feed, slots: [...feed.querySelectorAll<HTMLElement>(".slot")] } : undefined;
}

/** A tap on the film itself: pauses, or plays on. A drag never arrives here, the gesture takes its click. */
function onTap(event: Event, { state, actions }: PlayerViewContext): void {
  if (state.mode === "inline" || isCovered(state)) return;
  const hitsControl = event
    .composedPath()
    .some((target) => target instanceof Element && target.matches(CONTROLS));
  if (hitsControl || !CAN_TOGGLE.has(state.stage)) return;
  const isMoving = state.stage === "playing" || state.stage === "stalled";
  if (state.soundHint && isMoving) actions.toggleMute();
  else actions.togglePlay();
}

const CAN_TOGGLE: ReadonlySet<PlayerViewContext["state"]["stage"]> = new Set([
  "poster",
  "loading",
  "playing",
  "stalled",
  "paused",
]);
