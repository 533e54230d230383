import type { Episode } from "@micro-drama/protocol";
import { refKey } from "@micro-drama/protocol/manifest";
import { html, nothing, type TemplateResult } from "lit";
import { controlIcons } from "../controls/control-icons.js";
import { setVars } from "../directives/set-vars.js";
import { icon, type Shape } from "../icons.js";
import { sheetIcons } from "../sheet-icons.js";
import type { OpenedViewContext } from "../view-context.js";

type Lock = OpenedViewContext["state"]["locks"][number];

/** One episode of the grid: its cover, number and title, a mark of what it is to the viewer, and how far it was watched. */
export function renderEpisodeTile(
  context: OpenedViewContext,
  episode: Episode,
  { index, isTabStop }: { readonly index: number; readonly isTabStop: boolean },
): TemplateResult {
  const { state, actions, messages } = context;
  const lock = state.locks[index] ?? "locked";
  const isCurrent = index === state.index;
  const { shape, word } = selectMark(lock, messages);
  const words = [messages.episodeTitle(episode.number, episode.title), isCurrent ? messages.playing : word];
  const watched = selectWatched(context, episode, isCurrent);
  return html`<button
    class="tile is-${lock} ${isCurrent ? "is-current" : ""}"
    part="episode-tile"
    type="button"
    data-index=${index}
    tabindex=${isTabStop ? 0 : -1}
    aria-label=${words.join(", ")}
    aria-current=${isCurrent ? "true" : nothing}
    @click=${() => actions.goTo(index, "list")}
  >
    ${episode.poster ? html`<img src=${episode.poster} alt="" loading="lazy" decoding="async" />` : nothing}
    <span class="tile-number">${messages.format.number(episode.number)}</span>
    ${
      isCurrent
        ? html`<span class="tile-mark bars"><i></i><i></i><i></i></span>`
        : shape
          ? html`<span class="tile-mark">${icon(shape)}</span>`
          : nothing
    }
    <span class="tile-title" lang=${state.series?.lang ?? nothing}>${episode.title}</span>
    ${watched > 0 ? html`<span class="tile-watched" part="episode-progress" ${setVars({ "--watched": watched })}></span>` : nothing}
  </button>`;
}

function selectMark(
  lock: Lock,
  messages: OpenedViewContext["messages"],
): { readonly shape?: Shape; readonly word: string } {
  switch (lock) {
    case "free":
      return { word: messages.free };
    case "owned":
      return { shape: sheetIcons.check, word: messages.owned };
    case "locked":
      return { shape: sheetIcons.lock, word: messages.locked };
    case "unpublished":
      return { shape: controlIcons.calendar, word: messages.unpublished };
  }
}

/** From 0 to 1: where the active episode is, where another one was left. */
function selectWatched({ state }: OpenedViewContext, episode: Episode, isCurrent: boolean): number {
  const { series, position, places } = state;
  const duration = isCurrent ? state.duration : (episode.duration ?? 0);
  if (!series || duration <= 0) return 0;
  const place = isCurrent ? position : (places?.[refKey({ series: series.id, episode: episode.id })] ?? 0);
  return Math.min(1, place / duration);
}
