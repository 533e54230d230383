import { html, nothing, type TemplateResult } from "lit";
import type { OpenedViewContext } from "../view-context.js";
import { selectPublishedCount } from "../view-context.js";
import { episodePages } from "./episode-pages.js";
import { renderPanelHead } from "./panel-head.js";

/** The series with its cover and running time, and all of its episodes as a grid. */
export function renderEpisodeList(context: OpenedViewContext): TemplateResult {
  const { state, messages } = context;
  const { series } = state;
  const seconds = (series?.episodes ?? []).reduce((sum, { duration }) => sum + (duration ?? 0), 0);
  const note = [
    messages.episodeCount(selectPublishedCount(state)),
    seconds > 0 ? messages.format.minutes(seconds) : "",
  ];
  const title = html`<span class="sheet-kicker">${messages.episodes}</span>
    <span class="sheet-name" lang=${series?.lang ?? nothing}>${series?.title}</span>`;
  return html`${renderPanelHead(context, { title, note: note.filter(Boolean).join(" · "), cover: series?.poster })}
    ${episodePages(context)}`;
}
