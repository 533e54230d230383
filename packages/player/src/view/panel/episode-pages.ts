import { html, nothing, type TemplateResult } from "lit";
import { Directive, directive } from "lit/directive.js";
import { observeColumns } from "../directives/observe-columns.js";
import { scrollCue } from "../directives/scroll-cue.js";
import type { OpenedViewContext } from "../view-context.js";
import { renderEpisodeTile } from "./episode-tile.js";
import { moveInGrid } from "./grid-move.js";

/** Episodes per page of the grid. */
export const PAGE_SIZE = 30;

/** Until the grid was laid out. */
const USUAL_COLUMNS = 3;

/** One page of the grid, and the buttons that turn it. Which page and which episode have the focus is known only here. */
class EpisodePagesDirective extends Directive {
  #context: OpenedViewContext | undefined;
  /** Index of the episode that Tab reaches; until the viewer moved it is the one that plays. */
  #stop: number | undefined;
  #columns = USUAL_COLUMNS;

  override render(context: OpenedViewContext): TemplateResult {
    this.#context = context;
    const { state, messages } = context;
    const episodes = state.series?.episodes ?? [];
    const stop = this.#stop ?? state.index;
    const pages = splitInto(episodes, PAGE_SIZE);
    const shown = Math.floor(stop / PAGE_SIZE);
    const { number } = messages.format;
    const rows = splitInto(pages[shown] ?? [], this.#columns);
    return html`${
      pages.length > 1
        ? html`<nav class="pages" part="pages" aria-label=${messages.episodes}>
            ${pages.map(
              (page, at) => html`<button
                class="page-button"
                part="page-button"
                type="button"
                aria-current=${at === shown ? "page" : nothing}
                @click=${() => this.#show(at * PAGE_SIZE)}
              >
                <bdi>${number(page[0]?.number ?? 0)}–${number(page.at(-1)?.number ?? 0)}</bdi>
              </button>`,
            )}
          </nav>`
        : nothing
    }
      <div class="sheet-body" ${scrollCue()}>
        ${state.series?.synopsis && shown === 0 ? html`<p class="synopsis" part="synopsis" dir="auto" lang=${state.series.lang}>${state.series.synopsis}</p>` : nothing}
        <div
          class="grid"
          part="episode-grid"
          role="grid"
          aria-labelledby="panel-title"
          @keydown=${this.#onKey}
          ${observeColumns(this.#setColumns)}
        >
          ${rows.map(
            (row, rowAt) => html`<div class="grid-row" role="row">
              ${row.map((episode, i) => {
                const index = shown * PAGE_SIZE + rowAt * this.#columns + i;
                return html`<div role="gridcell">
                  ${renderEpisodeTile(context, episode, { index, isTabStop: index === stop })}
                </div>`;
              })}
            </div>`,
          )}
        </div>
      </div>`;
  }

  #show(index: number): void {
    this.#stop = index;
    this.#context?.redraw();
  }

  #setColumns = (columns: number): void => {
    if (columns === this.#columns) return;
    this.#columns = columns;
    this.#context?.redraw();
  };

  #onKey = (event: KeyboardEvent): void => {
    const grid = event.currentTarget as HTMLElement;
    const count = this.#context?.state.series?.episodes.length ?? 0;
    if (event.altKey || event.metaKey || count === 0) return;
    const to = moveInGrid(event.key, {
      at: this.#stop ?? this.#context?.state.index ?? 0,
      count,
      columns: this.#columns,
      pageSize: PAGE_SIZE,
      isRtl: getComputedStyle(grid).direction === "rtl",
      isFar: event.ctrlKey,
    });
    if (to === undefined) return;
    event.preventDefault();
    event.stopPropagation();
    this.#show(to);
    // The element draws itself a moment later.
    requestAnimationFrame(() => grid.querySelector<HTMLElement>(`[data-index="${to}"]`)?.focus());
  };
}

/** The episodes of the series, a page at a time: a hundred are as quick as eight. */
export const episodePages = directive(EpisodePagesDirective);

/** Cuts a list into parts of `size`, the last of which may be shorter. */
export function splitInto<Item>(items: readonly Item[], size: number): readonly (readonly Item[])[] {
  const count = Math.ceil(items.length / size);
  return Array.from({ length: count }, (_, part) => items.slice(part * size, (part + 1) * size));
}
