import type { Actions } from "../core/actions.js";
import type { ViewState } from "../core/view-state.js";

/** Seconds that one press of an arrow key seeks. */
export const SEEK_STEP = 5;

/** What a key press looks like; a `KeyboardEvent` fits. */
export interface KeyPress {
  readonly key: string;
  readonly altKey: boolean;
  readonly ctrlKey: boolean;
  readonly metaKey: boolean;
  readonly defaultPrevented: boolean;
  composedPath(): readonly unknown[];
}

type KeyAction = (state: ViewState, actions: Actions) => void;

const back: KeyAction = (_state, actions) => actions.previous("key");
const on: KeyAction = (_state, actions) => actions.next("key");
const toggle: KeyAction = (_state, actions) => actions.togglePlay();

/** Keys while nothing lies over the film. */
const FILM_KEYS: Readonly<Record<string, KeyAction>> = {
  ArrowUp: back,
  PageUp: back,
  ArrowDown: on,
  PageDown: on,
  ArrowLeft: (state, actions) => actions.seek(Math.max(0, state.position - SEEK_STEP)),
  ArrowRight: (state, actions) => actions.seek(Math.min(state.duration, state.position + SEEK_STEP)),
  " ": toggle,
  k: toggle,
  m: (_state, actions) => actions.toggleMute(),
  c: (state, actions) => actions.setCaptions(selectCaptionToggle(state)),
  f: (_state, actions) => actions.showIn("screen"),
  i: (_state, actions) => actions.showIn("picture"),
  h: (state, actions) => actions.choose({ isClean: !state.choices.isClean }),
  l: (_state, actions) => actions.choose({ reacting: "like" }),
  s: (_state, actions) => actions.openPanel("settings"),
  ">": (state, actions) => actions.setRate(stepRate(state.rate, 1)),
  "<": (state, actions) => actions.setRate(stepRate(state.rate, -1)),
  n: (state, actions) => {
    if (state.choices.next === "coming") actions.choose({ stays: "once" });
    else if (state.choices.next === "offered") actions.next("key");
  },
  // What a resting finger does, for who has none: pressed again it is over.
  x: (state, actions) => actions.choose({ isBoosted: !state.choices.isBoosted }),
};

/** Keys while the gate is open: away from it, nothing else. */
const GATE_KEYS: Readonly<Record<string, KeyAction>> = {
  PageUp: back,
  Escape: (_state, actions) => actions.closeGate(),
};

/**
 * Carries out a key pressed inside the player. Call it for key events that come from inside only.
 * Returns true when the key was used: then prevent its default.
 */
export function handleKey(event: KeyPress, state: ViewState, actions: Actions): boolean {
  if (event.defaultPrevented || event.altKey || event.ctrlKey || event.metaKey) return false;
  if (state.mode === "inline" || !state.series) return false;
  const key = event.key.length === 1 ? event.key.toLowerCase() : event.key;
  if (state.panel !== "none") {
    if (key !== "Escape") return false;
    actions.openPanel("none");
    return true;
  }
  if (!state.gate && key === "Escape" && state.choices.isClean) {
    actions.choose({ isClean: false });
    return true;
  }
  if (!state.gate && key === "Escape") {
    if (state.mode !== "immersive") return false;
    actions.leaveImmersive();
    return true;
  }
  const action = (state.gate ? GATE_KEYS : FILM_KEYS)[key];
  if (!action || belongsToTarget(key, event.composedPath()[0])) return false;
  action(state, actions);
  return true;
}

/** The speeds that keys go through, from slow to fast. */
const RATES = [0.75, 1, 1.25, 1.5, 2];

function stepRate(rate: number, step: 1 | -1): number {
  const at = RATES.indexOf(rate);
  return RATES[Math.min(RATES.length - 1, Math.max(0, (at < 0 ? 1 : at) + step))] ?? rate;
}

/** Off when on; else the language shown last is not known here, so the first available one. */
function selectCaptionToggle({ captions }: ViewState): string | null {
  return captions.active === null ? (captions.available[0]?.lang ?? null) : null;
}

/** Typing stays with a field, and Space with a focused button, as everywhere on the web. */
function belongsToTarget(key: string, target: unknown): boolean {
  if (!isElementLike(target)) return false;
  if (target.matches("input:not([type='radio']), textarea, select, [contenteditable]"))
    return key !== "Escape";
  if (target.matches("input[type='radio']")) return key.startsWith("Arrow") || key === " ";
  return key === " " && target.matches("button, a, summary");
}

function isElementLike(value: unknown): value is { matches(selector: string): boolean } {
  return typeof value === "object" && value !== null && "matches" in value;
}
