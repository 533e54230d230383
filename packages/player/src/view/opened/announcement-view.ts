import { html, nothing, type TemplateResult } from "lit";
import { announcementStyles } from "../../style/announcement.js";
import { controlIcons } from "../controls/control-icons.js";
import { adoptStyles } from "../directives/adopt-styles.js";
import { icon } from "../icons.js";
import { gateChunk } from "../lazy-views.js";
import { renderMessage } from "../message-view.js";
import { type OpenedViewContext, selectEpisode } from "../view-context.js";

/** Why there is no film: it failed, or is not out yet. */
export function renderFailureOrAnnouncement(context: OpenedViewContext): unknown {
  const { state, actions } = context;
  if (state.stage === "announced") return renderAnnouncement(context);
  if (state.stage === "gate")
    return gateChunk.render(context, ({ renderShutGate }) => renderShutGate(context));
  const retry = state.failure?.retryable === false ? undefined : () => actions.retry();
  // The words are those of the sheet, which says the same when it is known before the film is asked for.
  if (state.failure?.code === "device-limit")
    return gateChunk.render(context, ({ selectGateWords }) =>
      renderMessage(context, selectGateWords(context.messages).unavailable["device-limit"], { retry }),
    );
  return renderMessage(context, selectFailureWords(context), { retry });
}

function renderAnnouncement({ state, messages }: OpenedViewContext): TemplateResult {
  const episode = selectEpisode(state);
  return html`<div class="notice message" part="notice announcement" ${adoptStyles([announcementStyles])}>
    ${icon(controlIcons.calendar)}
    <p class="message-kicker">${episode ? messages.episode(episode.number) : nothing}</p>
    <p class="message-title" lang=${state.series?.lang ?? nothing}>${episode?.title}</p>
    <p class="message-text">
      ${episode?.publishAt ? messages.announcedFor(messages.format.date(episode.publishAt)) : messages.announced}
    </p>
  </div>`;
}

/** The words for a failure's code, which is a media code or one that this version does not know. */
function selectFailureWords({ state, messages }: OpenedViewContext): string {
  const words: Readonly<Record<string, string>> = messages.failure;
  return words[state.failure?.code ?? "unknown"] ?? messages.failure.unknown;
}
