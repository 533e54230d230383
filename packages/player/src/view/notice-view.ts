import { html, nothing, type TemplateResult } from "lit";
import type { Messages } from "../locale/messages.js";
import { icon, type Shape, signs } from "./icons.js";
import { selectEpisode, type ViewContext } from "./view-context.js";

/** What stands in the middle of the picture when the film itself cannot speak: waiting, failing, not out yet. */
export function renderNotice(context: ViewContext): TemplateResult | typeof nothing {
  const { state, actions, messages } = context;
  if (state.seriesFailure) {
    const retry = state.seriesFailure.retryable ? () => actions.retry() : undefined;
    return renderMessage({ icon: signs.alert, title: messages.seriesFailure, messages, retry });
  }
  if (state.mode === "inline" && state.stage !== "error") return nothing;
  if (!state.series) return renderSpinner(messages);
  switch (state.stage) {
    case "loading":
    case "stalled":
      return renderSpinner(messages);
    case "error": {
      const retry = state.failure?.retryable === false ? undefined : () => actions.retry();
      return renderMessage({ icon: signs.alert, title: selectFailure(context), messages, retry });
    }
    case "announced":
      return renderAnnounced(context);
    default:
      return nothing;
  }
}

/** Comes after 400 ms (by CSS): what is quick needs no spinner. */
function renderSpinner(messages: Messages): TemplateResult {
  return html`<div class="notice spinner" part="spinner" role="img" aria-label=${messages.loading}></div>`;
}

function renderMessage(notice: {
  readonly icon: Shape;
  readonly title: string;
  readonly messages: Messages;
  readonly retry: (() => void) | undefined;
}): TemplateResult {
  return html`<div class="notice message" part="notice">
    ${icon(notice.icon)}
    <p class="message-title">${notice.title}</p>
    ${
      notice.retry
        ? html`<button class="pill is-solid" part="retry-button" type="button" @click=${notice.retry}>
            ${icon(signs.replay)}${notice.messages.retry}
          </button>`
        : nothing
    }
  </div>`;
}

function renderAnnounced({ state, messages }: ViewContext): TemplateResult {
  const episode = selectEpisode(state);
  return html`<div class="notice message" part="notice announcement">
    ${icon(signs.calendar)}
    <p class="message-kicker">${episode ? messages.episode(episode.number) : nothing}</p>
    <p class="message-title" lang=${state.series?.lang ?? nothing}>${episode?.title}</p>
    <p class="message-text">
      ${episode?.publishAt ? messages.announcedFor(messages.format.date(episode.publishAt)) : messages.announced}
    </p>
  </div>`;
}

/** The words for a failure's code, which is a media code or one that this version does not know. */
export function selectFailure({ state, messages }: ViewContext): string {
  const words: Readonly<Record<string, string>> = messages.failure;
  return words[state.failure?.code ?? "unknown"] ?? messages.failure.unknown;
}
