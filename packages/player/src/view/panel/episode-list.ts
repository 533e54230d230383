import type { Episode } from "@micro-drama/protocol";
import { html, nothing, type TemplateResult } from "lit";
import { controlIcons } from "../controls/control-icons.js";
import { icon, type Shape } from "../icons.js";
import { sheetIcons } from "../sheet-icons.js";
import type { OpenedViewContext } from "../view-context.js";
import { selectPublishedCount } from "../view-context.js";
import { renderPanelHead } from "./panel-head.js";

/** Episodes per page of the grid. */
export const PAGE_SIZE = 30;

type Lock = OpenedViewContext["state"]["locks"][number];

/** All episodes of the series as a grid, in pages that scroll under their own headings. */
export function renderEpisodeList(context: OpenedViewContext): TemplateResult {
  const { state, messages } = context;
  const episodes = state.series?.episodes ?? [];
  const pages = splitPages(episodes);
  const { number } = messages.format;
  const seconds = episodes.reduce((sum, { duration }) => sum + (duration ?? 0), 0);
  const note = [
    messages.episodeCount(selectPublishedCount(state)),
    seconds > 0 ? messages.format.minutes(seconds) : "",
  ];
  return html`${renderPanelHead(context, { title: messages.episodes, note: note.filter(Boolean).join(" · ") })}
    ${
      pages.length > 1
        ? html`<nav class="pages" part="pages" aria-label=${messages.episodes}>
            ${pages.map(
              (page) => html`<button class="page-button" type="button" @click=${showPage}>
                <bdi>${number(page[0]?.number ?? 0)}–${number(page.at(-1)?.number ?? 0)}</bdi>
              </button>`,
            )}
          </nav>`
        : nothing
    }
    <div class="sheet-body">
      ${pages.map(
        (page, at) => html`<ol class="grid" part="episode-grid" start=${page[0]?.number ?? 1}>
          ${page.map((episode, i) => renderEpisode(context, episode, at * PAGE_SIZE + i))}
        </ol>`,
      )}
    </div>`;
}

/** Cuts a list into pages of {@link PAGE_SIZE}. */
export function splitPages<Item>(items: readonly Item[]): readonly (readonly Item[])[] {
  const count = Math.ceil(items.length / PAGE_SIZE);
  return Array.from({ length: count }, (_, page) => items.slice(page * PAGE_SIZE, (page + 1) * PAGE_SIZE));
}

function showPage(event: Event): void {
  const button = event.currentTarget as HTMLElement;
  const at = [...(button.parentElement?.children ?? [])].indexOf(button);
  button.closest(".sheet")?.querySelectorAll(".grid")[at]?.scrollIntoView({ block: "start" });
}

function renderEpisode(
  { state, actions, messages }: OpenedViewContext,
  episode: Episode,
  index: number,
): TemplateResult {
  const lock = state.locks[index] ?? "locked";
  const isCurrent = index === state.index;
  const marks: Readonly<Record<Lock, { readonly name: Shape | undefined; readonly word: string }>> = {
    free: { name: undefined, word: messages.free },
    owned: { name: sheetIcons.check, word: messages.owned },
    locked: { name: sheetIcons.lock, word: messages.locked },
    unpublished: { name: controlIcons.calendar, word: messages.unpublished },
  };
  const { name, word } = marks[lock];
  const words = [messages.episodeTitle(episode.number, episode.title), isCurrent ? messages.playing : word];
  return html`<li>
    <button
      class="tile is-${lock} ${isCurrent ? "is-current" : ""}"
      part="episode-tile"
      type="button"
      aria-label=${words.join(", ")}
      aria-current=${isCurrent ? "true" : nothing}
      @click=${() => actions.goTo(index, "list")}
    >
      ${episode.poster ? html`<img src=${episode.poster} alt="" loading="lazy" decoding="async" />` : nothing}
      <span class="tile-number">${messages.format.number(episode.number)}</span>
      ${isCurrent ? html`<span class="tile-mark bars"><i></i><i></i><i></i></span>` : name ? html`<span class="tile-mark">${icon(name)}</span>` : nothing}
      <span class="tile-title" lang=${state.series?.lang ?? nothing}>${episode.title}</span>
    </button>
  </li>`;
}
