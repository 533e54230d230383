import type { Episode } from "@micro-drama/protocol";
import { html, nothing } from "lit";
import { passFocus } from "../directives/pass-focus.js";
import { icon, signs } from "../icons.js";
import { isCovered, type OpenedViewContext } from "../view-context.js";

/** Is there as long as the film. */
const HEIR = "[part~='play-button']";

/**
 * Before the player goes on by itself: with what, when, and the way to stop that. Not over a film that has the screen for
 * itself: its viewer asked for nothing but the film, and the key and the settings still stop it.
 */
export function renderUpNext(context: OpenedViewContext): unknown {
  const { state, actions, messages } = context;
  const { next, stays, isClean } = state.choices;
  if (isClean || isCovered(state)) return nothing;
  const episode = selectNext(context);
  if (next !== "coming" || !episode) return nothing;
  if (stays === "once") return html`<p class="pill is-notice" part="toast">${messages.staying}</p>`;
  const left = Math.ceil(Math.max(0, state.duration - state.position) / state.rate);
  return html`<div class="pill up-next" part="up-next" ${passFocus(HEIR)}>
    <span class="up-next-words">
      <span class="up-next-kicker">${messages.upNext} · ${messages.format.clock(left)}</span>
      <span class="up-next-title">${renderName(context, episode)}</span>
    </span>
    <button
      class="up-next-cancel"
      part="up-next-cancel-button"
      type="button"
      aria-label=${`${messages.cancel}: ${messages.upNext}, ${messages.episode(episode.number)}`}
      aria-keyshortcuts="n"
      @click=${() => actions.choose({ stays: "once" })}
    >
      ${messages.cancel}
    </button>
  </div>`;
}

/** An episode is over and the player stays: what a viewer can do from here. */
export function renderNextOffer(context: OpenedViewContext): unknown {
  const { state, actions, messages } = context;
  const episode = selectNext(context);
  if (state.choices.next !== "offered" || !episode || isCovered(state) || state.stage !== "paused")
    return nothing;
  return html`<div class="next-offer" part="next-offer" ${passFocus(HEIR)}>
    <button
      class="pill is-solid"
      part="next-offer-button"
      type="button"
      aria-label=${`${messages.next}: ${messages.format.number(episode.number)} · ${episode.title}`}
      @click=${() => actions.next("button")}
    >
      ${icon(signs.play)}<span class="next-offer-title">${messages.next}</span>
    </button>
    <button
      class="pill"
      part="replay-button"
      type="button"
      @click=${() => {
        actions.seek(0);
        actions.togglePlay();
      }}
    >
      ${icon(signs.replay)}${messages.replay}
    </button>
  </div>`;
}

function selectNext({ state }: OpenedViewContext): Episode | undefined {
  return state.series?.episodes[state.index + 1];
}

function renderName({ state, messages }: OpenedViewContext, episode: Episode): unknown {
  return html`<b>${messages.format.number(episode.number)}</b>
    <span lang=${state.series?.lang ?? nothing}>${episode.title}</span>`;
}
