import { nothing } from "lit";
import { renderLazyNotice } from "./lazy-views.js";
import { renderMessage, renderSpinner } from "./message-view.js";
import type { ViewContext } from "./view-context.js";

/** What stands in the middle of the picture when the film itself cannot speak: waiting, failing, not out yet. */
export function renderNotice(context: ViewContext): unknown {
  const { state, actions, messages } = context;
  const { seriesFailure, stage } = state;
  if (seriesFailure) {
    const retry = seriesFailure.retryable ? () => actions.retry() : undefined;
    return renderMessage(context, messages.seriesFailure, { retry });
  }
  if (stage === "error") return renderLazyNotice(context);
  if (state.mode === "inline") return nothing;
  if (stage === "announced" || (stage === "gate" && !state.gate)) return renderLazyNotice(context);
  return !state.series || stage === "loading" || stage === "stalled" ? renderSpinner(messages) : nothing;
}
