import { html, nothing, type TemplateResult } from "lit";
import type { CaptionStyleWords } from "../../locale/messages.js";
import { captionStyleStyles } from "../../style/caption-style.js";
import { captionStyles } from "../../style/captions.js";
import { adoptStyles } from "../directives/adopt-styles.js";
import { setVars } from "../directives/set-vars.js";
import { type OpenedViewContext, selectEpisode } from "../view-context.js";
import { renderLine } from "./caption-lines-view.js";
import { type CaptionSetting, captionChoices, captionDefaults, toCaptionVars } from "./caption-style.js";
import { captionStyle, resetCaptionStyle, setCaptionStyle } from "./caption-style-store.js";

const SETTINGS: readonly CaptionSetting[] = ["size", "color", "background", "edge"];

/** How captions look, with a line of them to try it on. Whatever opens it gives it a heading and room. */
export function renderCaptionStyle(context: OpenedViewContext): TemplateResult {
  const words = context.messages.captionStyle;
  const reset = (): void => {
    resetCaptionStyle();
    context.redraw();
  };
  return html`<div class="caption-style" part="caption-style" ${adoptStyles([captionStyles, captionStyleStyles])}>
    ${renderPreview(context)}
    ${SETTINGS.map((setting) => renderSetting(context, words, setting))}
    <button class="action" part="caption-reset-button" type="button" @click=${reset}>${words.reset}</button>
  </div>`;
}

/** A line over the brightest and the darkest part of the picture. It is an example, and not spoken each time. */
function renderPreview({ state, messages }: OpenedViewContext): TemplateResult {
  const poster = selectEpisode(state)?.poster ?? state.series?.poster;
  return html`<div class="caption-preview" aria-hidden="true" ${setVars(toCaptionVars(captionStyle()))}>
    ${poster ? html`<img src=${poster} alt="" loading="lazy">` : nothing}
    <div class="captions">${renderLine(messages.captionStyle.sample)}</div>
  </div>`;
}

function renderSetting(
  { redraw }: OpenedViewContext,
  words: CaptionStyleWords,
  setting: CaptionSetting,
): TemplateResult {
  const chosen: string = captionStyle()[setting] ?? captionDefaults[setting];
  const names: Readonly<Record<string, string>> = words[setting].choices;
  return html`<fieldset class="caption-setting">
    <legend>${words[setting].name}</legend>
    ${captionChoices[setting].map(
      (choice) => html`<label class="caption-choice">
        <input
          type="radio"
          name="caption-${setting}"
          .checked=${choice === chosen}
          @change=${() => {
            setCaptionStyle({ [setting]: choice });
            redraw();
          }}
        />
        <span>${names[choice]}</span>
      </label>`,
    )}
  </fieldset>`;
}
