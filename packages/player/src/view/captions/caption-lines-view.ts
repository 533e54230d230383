import { html, nothing, type TemplateResult } from "lit";
import type { CaptionLine, CaptionSpan, CuePlace, StyledCue } from "../../core/caption-line.js";
import type { ViewState } from "../../core/view-state.js";
import { setVars } from "../directives/set-vars.js";
import { toCaptionVars } from "./caption-style.js";
import { captionStyle } from "./caption-style-store.js";
import { placeCue } from "./place-cue.js";

/**
 * What is being spoken, in a room of its own above the controls and inside the safe areas. Words are text: markup of a
 * file becomes looks or nothing, never elements of its choice.
 */
export function renderCaptionLines({ captions, gate }: ViewState): TemplateResult | typeof nothing {
  if (gate || captions.active === null || captions.lines.length === 0) return nothing;
  const usual = captions.lines.filter((line) => !placeOf(line));
  return html`<div
    class="caption-room"
    part="captions"
    lang=${captions.active}
    ${setVars(toCaptionVars(captionStyle()))}
  >
    ${captions.lines.map(renderPlaced)}
    ${usual.length > 0 ? html`<div class="captions" dir="auto">${usual.map(renderLine)}</div>` : nothing}
  </div>`;
}

/** One line of words, as the settings show it too. */
export function renderLine(line: CaptionLine): unknown {
  return typeof line === "string"
    ? html`<span class="caption-line" part="caption-line">${line}</span>`
    : renderStyled(line);
}

function renderPlaced(line: CaptionLine): unknown {
  const place = placeOf(line);
  if (!place || typeof line === "string") return nothing;
  const box = placeCue(place, textOf(line));
  return html`<div
    class="caption-box is-${box.align} ${box.vertical ? `is-${box.vertical}` : ""}"
    dir="auto"
    ${setVars({
      "--x": box.x,
      "--y": box.y,
      "--shift-x": box.shiftX,
      "--shift-y": box.shiftY,
      "--size": box.size,
    })}
  >
    ${renderStyled(line)}
  </div>`;
}

function renderStyled({ lines }: StyledCue): readonly TemplateResult[] {
  const voices = new Set(lines.flat().map(({ voice }) => voice));
  let speaker: string | undefined;
  return lines.map((spans) => {
    const said = spans.map((span) => {
      // Names are told where more than one speaks, and once each time it changes.
      const isNew = voices.size > 1 && span.voice !== undefined && span.voice !== speaker;
      speaker = span.voice ?? speaker;
      return [
        isNew ? html`<b class="caption-voice" part="caption-voice">${span.voice}: </b>` : nothing,
        renderSpan(span),
      ];
    });
    return html`<span class="caption-line" part="caption-line">${said}</span>`;
  });
}

function renderSpan({ text, isItalic, isBold, isUnderlined }: CaptionSpan): unknown {
  if (!isItalic && !isBold && !isUnderlined) return text;
  const looks = [isItalic && "is-italic", isBold && "is-bold", isUnderlined && "is-underlined"];
  return html`<span class=${looks.filter(Boolean).join(" ")}>${text}</span>`;
}

function placeOf(line: CaptionLine): CuePlace | undefined {
  return typeof line === "string" ? undefined : line.place;
}

function textOf({ lines }: StyledCue): string {
  return lines.flatMap((spans) => spans.map(({ text }) => text)).join(" ");
}
