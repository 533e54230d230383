import { html, nothing, type TemplateResult } from "lit";
import { type Choices, selectMostLines } from "../../core/choices.js";
import { settingsStyles } from "../../style/settings.js";
import { adoptStyles } from "../directives/adopt-styles.js";
import { scrollCue } from "../directives/scroll-cue.js";
import { gateChunk } from "../lazy-views.js";
import { renderPanelHead } from "../panel/panel-head.js";
import { type OpenedViewContext, selectEpisode } from "../view-context.js";
import { estimateBytes, toMegabytes } from "./data-cost.js";

/** Playing speeds, from slow to fast. */
const RATES = [0.75, 1, 1.25, 1.5, 2];

/** The one small menu: speed, captions, picture, data, what happens at the end, and how large the film is. */
export function renderSettings(context: OpenedViewContext): TemplateResult {
  const { state, actions, messages } = context;
  const { settings: words, format } = messages;
  const speeds = RATES.map((rate) => ({ value: rate, label: format.rate(rate) }));
  const head = renderPanelHead(context, { title: words.title });
  if (state.account?.purchases)
    return html`${head}
      <div class="sheet-body settings" ${scrollCue()}>
        ${gateChunk.render(context, (views) => views.renderPurchasesPage(context))}
      </div>`;
  return html`${head}
    <div class="sheet-body settings" ${adoptStyles([settingsStyles])} ${scrollCue()}>
      ${renderChoice({ name: "rate", legend: words.speed, options: speeds, chosen: state.rate, choose: actions.setRate })}
      ${renderCaptionChoice(context)} ${renderQuality(context)} ${renderSwitches(context)} ${renderScreen(context)}
      ${renderSpending(context)}
    </div>`;
}

interface Choice<Value> {
  readonly name: string;
  readonly legend: string;
  readonly options: readonly { readonly value: Value; readonly label: string; readonly lang?: string }[];
  readonly chosen: Value;
  readonly choose: (value: Value) => void;
}

/** Radio buttons: a screen reader says how many there are, and the arrow keys go through them. */
function renderChoice<Value>({ name, legend, options, chosen, choose }: Choice<Value>): TemplateResult {
  return html`<fieldset class="setting">
    <legend>${legend}</legend>
    <div class="setting-row">
      ${options.map(
        ({ value, label, lang }) => html`<label class="setting-choice">
          <input type="radio" name="setting-${name}" .checked=${value === chosen} @change=${() => choose(value)} />
          <span lang=${lang ?? nothing}><bdi>${label}</bdi></span>
        </label>`,
      )}
    </div>
  </fieldset>`;
}

function renderCaptionChoice({ state, actions, messages }: OpenedViewContext): unknown {
  const { available, active } = state.captions;
  if (available.length === 0) return nothing;
  const choice = renderChoice<string | null>({
    name: "captions",
    legend: messages.captions,
    options: [
      { value: null, label: messages.captionsOff },
      ...available.map(({ lang, label }) => ({ value: lang, label, lang })),
    ],
    chosen: active,
    choose: actions.setCaptions,
  });
  return html`${choice}
    <button
      class="action"
      part="caption-style-button"
      type="button"
      @click=${() => actions.openPanel("captions")}
    >
      ${messages.captionStyle.title}
    </button>`;
}

/** Only where there is more than one: whoever plays a single file has nothing to choose. */
function renderQuality({ state, actions, messages }: OpenedViewContext): unknown {
  const lines = [...new Set(state.renditions.map((rendition) => rendition.lines))].sort((a, b) => a - b);
  if (lines.length < 2) return nothing;
  const { format, settings } = messages;
  return renderChoice<number | null>({
    name: "quality",
    legend: settings.quality,
    options: [
      { value: null, label: settings.automatic },
      ...lines.map((value) => ({ value, label: `${format.number(value)}p` })),
    ],
    chosen: state.choices.mostLines ?? null,
    choose: (mostLines) => actions.choose({ mostLines }),
  });
}

function renderSwitches(context: OpenedViewContext): TemplateResult {
  const { state, actions, messages } = context;
  const { savesData = false } = state.choices;
  const stays = state.choices.stays === true;
  const { settings: words } = messages;
  return html`<div class="setting">
    ${renderSwitch({
      label: words.saveData,
      note: selectCost(context),
      isOn: savesData,
      toggle: () => actions.choose({ savesData: !savesData }),
    })}
    ${renderSwitch({ label: words.autoNext, isOn: !stays, toggle: () => actions.choose({ stays: !stays }) })}
  </div>`;
}

/** About how much the next episodes cost as things are set; of one that is as long as this one. */
function selectCost({ state, messages }: OpenedViewContext): string | undefined {
  const seconds = selectEpisode(state)?.duration ?? state.duration;
  const bytes = estimateBytes(state.renditions, { seconds, mostLines: selectMostLines(state.choices) });
  return bytes === undefined ? undefined : messages.settings.perEpisode(toMegabytes(bytes, messages.lang));
}

function renderSwitch(options: {
  readonly label: string;
  readonly note?: string | undefined;
  readonly isOn: boolean;
  readonly toggle: () => void;
}): TemplateResult {
  return html`<button
    class="setting-switch"
    part="setting-switch"
    type="button"
    role="switch"
    aria-checked=${options.isOn ? "true" : "false"}
    @click=${options.toggle}
  >
    <span>${options.label}${options.note ? html`<span class="setting-note">${options.note}</span>` : nothing}</span>
    <span class="setting-knob" aria-hidden="true"></span>
  </button>`;
}

/** Only where there is a platform that keeps books, or a rule that spends. Last: its code comes later, and moves nothing. */
function renderSpending(context: OpenedViewContext): unknown {
  const { showsReceipts, rule } = context.state.account ?? {};
  if (!showsReceipts && !rule) return nothing;
  return gateChunk.render(context, (views) => views.renderAccount(context));
}

/** What the film does with the screen; a way that this browser has not gets no button. */
function renderScreen({ state, actions, messages }: OpenedViewContext): TemplateResult {
  const { settings: words } = messages;
  const leaveFor = (go: () => void) => () => {
    actions.openPanel("none");
    go();
  };
  const buttons: readonly (readonly [string, () => void, boolean])[] = [
    [words.hideControls, () => actions.choose(CLEAN), true],
    [words.pictureInPicture, () => actions.showIn("picture"), canFloat()],
    [words.fullScreen, () => actions.showIn("screen"), true],
  ];
  return html`<div class="setting-row is-last" ?hidden=${state.stage === "ended"}>
    ${buttons.map(([label, go, isThere]) =>
      isThere
        ? html`<button class="action" part="setting-action" type="button" @click=${leaveFor(go)}>${label}</button>`
        : nothing,
    )}
  </div>`;
}

const CLEAN: Choices = { isClean: true };

function canFloat(): boolean {
  return (
    document.pictureInPictureEnabled === true || "webkitSetPresentationMode" in HTMLVideoElement.prototype
  );
}
