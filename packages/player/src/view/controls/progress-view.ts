import { html, type TemplateResult } from "lit";
import type { OpenedViewContext } from "../view-context.js";
import { scrubber } from "./scrubber.js";

/** The bar that shows and sets the position. Left is the beginning in every language, as on every player. */
export function renderProgress({ state, actions, messages }: OpenedViewContext): TemplateResult {
  const { position, duration, bufferedEnd } = state;
  const { clock } = messages.format;
  return html`<div
      class="progress"
      part="progress"
      role="slider"
      tabindex="0"
      aria-label=${messages.seek}
      aria-orientation="horizontal"
      aria-valuemin="0"
      ${scrubber({
        position,
        duration,
        bufferedEnd,
        describe: (seconds) => messages.timeOf(clock(seconds), clock(duration)),
        label: clock,
        actions,
      })}
    >
      <div class="progress-bar" part="progress-bar">
        <div class="progress-buffer" part="progress-buffer"></div>
        <div class="progress-fill" part="progress-fill"></div>
      </div>
      <div class="progress-thumb" part="progress-thumb"></div>
      <output class="progress-bubble" part="progress-bubble" aria-hidden="true"></output>
    </div>
    <p class="time" part="time" aria-hidden="true">
      <bdi>${clock(position)}</bdi> / <bdi>${clock(duration)}</bdi>
    </p>`;
}
