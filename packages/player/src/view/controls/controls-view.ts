import { html, nothing, type TemplateResult } from "lit";
import { reachableCount } from "../../core/playlist.js";
import { captionStyles } from "../../style/captions.js";
import { controlStyles } from "../../style/controls.js";
import { openedPreferenceStyles } from "../../style/opened-preferences.js";
import { progressStyles } from "../../style/progress.js";
import { topBarStyles } from "../../style/top-bar.js";
import { upNextStyles } from "../../style/up-next.js";
import { renderCaptionLines } from "../captions/caption-lines-view.js";
import { adoptStyles } from "../directives/adopt-styles.js";
import { rememberFocus } from "../directives/last-focus.js";
import { presence } from "../directives/presence.js";
import { icon, type Shape, signs } from "../icons.js";
import { isCovered, type OpenedViewContext, selectEpisode, selectPublishedCount } from "../view-context.js";
import { controlIcons } from "./control-icons.js";
import { renderProgress } from "./progress-view.js";
import { renderToast } from "./toast-view.js";
import { renderNextOffer, renderUpNext } from "./up-next-view.js";

/**
 * The controls over a film that fills the screen, with its captions and hints. They fade by CSS and stay in
 * the accessibility tree.
 */
export function renderControls(context: OpenedViewContext): TemplateResult {
  const { state, actions, messages } = context;
  const { stage } = state;
  const hasFilm = stage !== "announced" && stage !== "error" && stage !== "gate";
  return html`
    ${renderCentre(context)}
    <div
      class="chrome ${state.choices.isClean || state.choices.isBoosted ? "is-clean" : ""}"
      part="controls"
      ?inert=${isCovered(state) || state.choices.isClean}
      ${adoptStyles(STYLES)}
      ${rememberFocus()}
      ${presence({ stays: stage !== "playing", since: state.index })}
    >
      ${renderNavigation(context)} ${renderRail(context, hasFilm)}
      <div class="foot" part="bottom-bar">
        ${renderTitle(context)}
        ${
          hasFilm
            ? html`<div class="transport">
                <button
                  class="glyph"
                  part="play-button"
                  type="button"
                  aria-label=${isRunning(context) ? messages.pause : messages.play}
                  @click=${() => actions.togglePlay()}
                >
                  ${icon(isRunning(context) ? controlIcons.pause : signs.play)}
                </button>
                ${renderProgress(context)}
              </div>`
            : nothing
        }
      </div>
    </div>
    ${renderShowControls(context)} ${renderHints(context)} ${renderCaptionLines(state)} ${renderNextOffer(context)}
  `;
}

const STYLES = [
  topBarStyles,
  controlStyles,
  progressStyles,
  captionStyles,
  upNextStyles,
  openedPreferenceStyles,
];

function isRunning({ state: { stage } }: OpenedViewContext): boolean {
  return stage === "playing" || stage === "stalled" || stage === "loading";
}

function renderTitle(context: OpenedViewContext): TemplateResult | typeof nothing {
  const { state, messages } = context;
  const episode = selectEpisode(state);
  if (!episode || !state.series || state.stage === "announced") return nothing;
  const { number } = messages.format;
  return html`<div class="title" part="title">
    <span class="title-number" part="episode-number"
      ><b>${number(episode.number)}</b> / ${number(selectPublishedCount(state))}</span
    >
    <span class="title-text" part="episode-title" lang=${state.series.lang}>${episode.title}</span>
  </div>`;
}

function renderNavigation({ state, actions, messages }: OpenedViewContext): TemplateResult {
  const last = state.series ? reachableCount(state.series) - 1 : 0;
  return html`<div class="navigation" part="navigation">
    ${renderButton({
      name: controlIcons.up,
      part: "previous-button",
      label: messages.previous,
      isDisabled: state.index <= 0,
      onPress: () => actions.previous("button"),
    })}
    ${renderButton({
      name: controlIcons.down,
      part: "next-button",
      label: messages.next,
      isDisabled: state.index >= last,
      onPress: () => actions.next("button"),
    })}
  </div>`;
}

/** What concerns the film is there while there is one. */
function renderRail(context: OpenedViewContext, hasFilm: boolean): TemplateResult {
  const { actions, messages } = context;
  return html`<div class="rail" part="rail">
    ${hasFilm ? [renderLike(context), renderSoundAndCaptions(context)] : nothing}
    ${renderButton({
      name: controlIcons.episodes,
      part: "episodes-button",
      label: messages.episodes,
      onPress: () => actions.openPanel("episodes"),
    })}
    ${renderButton({
      name: controlIcons.settings,
      part: "settings-button",
      label: messages.settings.title,
      onPress: () => actions.openPanel("settings"),
    })}
    ${renderButton({
      name: controlIcons.share,
      part: "share-button",
      label: messages.share,
      onPress: () => actions.share(),
    })}
  </div>`;
}

/** Only where the page keeps what is liked: a button that forgets would be a lie. */
function renderLike({ state, actions, messages }: OpenedViewContext): unknown {
  const likes = state.choices.reactions?.likes;
  if (!likes) return nothing;
  const isOn = likes.includes(selectEpisode(state)?.id ?? "");
  return renderButton({
    name: isOn ? controlIcons.liked : controlIcons.like,
    part: "like-button",
    label: messages.like,
    isOn,
    isPressed: isOn,
    onPress: () => actions.choose({ reacting: "like" }),
  });
}

function renderSoundAndCaptions({ state, actions, messages }: OpenedViewContext): unknown {
  const { captions, muted } = state;
  return [
    renderButton({
      name: muted ? controlIcons.muted : controlIcons.sound,
      part: "mute-button",
      label: muted ? messages.unmute : messages.mute,
      onPress: () => actions.toggleMute(),
    }),
    captions.available.length > 0
      ? renderButton({
          name: controlIcons.captions,
          part: "captions-button",
          label: messages.captions,
          isOn: captions.active !== null,
          onPress: () => actions.openPanel("captions"),
        })
      : nothing,
  ];
}

/** The one sign over a film that has the screen for itself: the way back to all others. */
function renderShowControls({ state, actions, messages }: OpenedViewContext): unknown {
  if (!state.choices.isClean || isCovered(state)) return nothing;
  return html`<button
    class="glyph is-glass show-controls"
    part="show-controls-button"
    type="button"
    aria-label=${messages.settings.showControls}
    @click=${() => actions.choose({ isClean: false })}
  >
    ${icon(controlIcons.eye)}
  </button>`;
}

interface RailButton {
  readonly name: Shape;
  readonly part: string;
  readonly label: string;
  readonly onPress: () => void;
  readonly isDisabled?: boolean;
  readonly isOn?: boolean;
  /** Of a switch. */
  readonly isPressed?: boolean;
}

function renderButton(button: RailButton): TemplateResult {
  return html`<button
    class="glyph is-glass ${button.isOn ? "is-on" : ""}"
    part="rail-button ${button.part}"
    type="button"
    aria-label=${button.label}
    aria-disabled=${button.isDisabled ? "true" : nothing}
    aria-pressed=${button.isPressed ?? nothing}
    @click=${button.isDisabled ? undefined : button.onPress}
  >
    ${icon(button.name)}
  </button>`;
}

/** The large sign in the middle: stays while paused, flashes away when the film goes on. */
function renderCentre({ state }: OpenedViewContext): TemplateResult {
  const isResting = state.stage === "paused" || state.stage === "poster";
  const isShown = isResting && state.choices.next !== "offered";
  return html`<div class="centre ${isShown ? "is-shown" : ""}" part="play-sign" aria-hidden="true">${icon(signs.play)}</div>`;
}

function renderHints(context: OpenedViewContext): TemplateResult {
  const { state, actions, messages } = context;
  return html`<div class="hints">
    ${renderToast(context)} ${renderUpNext(context)}
    ${
      state.online
        ? nothing
        : html`<p class="pill is-notice" part="offline-banner">${icon(controlIcons.offline)}${messages.offline}</p>`
    }
    ${
      state.soundHint && !isCovered(state)
        ? html`<button class="pill" part="sound-button" type="button" @click=${() => actions.toggleMute()}>
            ${icon(controlIcons.muted)}${messages.tapForSound}
          </button>`
        : nothing
    }
  </div>`;
}
