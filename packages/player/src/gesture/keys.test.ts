import assert from "node:assert/strict";
import { describe, it } from "node:test";
import type { Actions } from "../core/actions.js";
import type { ViewState } from "../core/view-state.js";
import { handleKey, type KeyPress } from "./keys.js";

const caption = { lang: "en", label: "English", url: "https://media.example/en.vtt" };

const state: ViewState = {
  series: { id: "s", title: "S", lang: "en", episodes: [], warnings: [] },
  mode: "immersive",
  index: 1,
  stage: "playing",
  online: true,
  muted: false,
  soundHint: false,
  rate: 1,
  position: 3,
  duration: 60,
  bufferedEnd: 10,
  uncovered: [],
  captions: { available: [caption], active: null, lines: [] },
  serverNow: 0,
  locks: [],
  panel: "none",
  choices: {},
  renditions: [],
};

const gate: NonNullable<ViewState["gate"]> = {
  episode: { id: "e", number: 2, title: "E", access: "locked", captions: [] },
  access: { name: "locked", offers: [] },
  armed: true,
  toppingUp: false,
  remaining: { episodes: 1 },
};

/** A focused element that matches selectors by the word that they contain. */
const focused = (word: string) => ({ matches: (selector: string) => selector.includes(word) });

/** Presses a key and returns what was asked for. */
function press(key: string, view: ViewState = state, more: Partial<KeyPress> & { target?: unknown } = {}) {
  const calls: string[] = [];
  const actions = new Proxy({} as Actions, {
    get:
      (_target, name) =>
      (...args: unknown[]) =>
        calls.push([String(name), ...args].join(" ")),
  });
  const { target, ...flags } = more;
  const event = { key, altKey: false, ctrlKey: false, metaKey: false, defaultPrevented: false, ...flags };
  const isUsed = handleKey({ ...event, composedPath: () => [target] }, view, actions);
  return { isUsed, calls };
}

describe("handleKey", () => {
  for (const [key, call] of [
    ["ArrowDown", "next key"],
    ["PageDown", "next key"],
    ["ArrowUp", "previous key"],
    ["PageUp", "previous key"],
    [" ", "togglePlay"],
    ["k", "togglePlay"],
    ["K", "togglePlay"],
    ["m", "toggleMute"],
    ["c", "setCaptions en"],
    ["ArrowRight", "seek 8"],
    ["Escape", "leaveImmersive"],
  ] as const) {
    it(`${key === " " ? "Space" : key} → ${call}`, () => {
      assert.deepEqual(press(key), { isUsed: true, calls: [call] });
    });
  }

  it("does not seek before the beginning", () => {
    assert.deepEqual(press("ArrowLeft").calls, ["seek 0"]);
  });

  it("switches captions off when they are on", () => {
    const view = { ...state, captions: { ...state.captions, active: "en" } };
    assert.deepEqual(press("c", view).calls, ["setCaptions "]);
  });

  it("leaves an inline player's keys to the page", () => {
    assert.deepEqual(press("ArrowDown", { ...state, mode: "inline" }), { isUsed: false, calls: [] });
  });

  it("leaves Escape to a page that is the player", () => {
    assert.equal(press("Escape", { ...state, mode: "page" }).isUsed, false);
  });

  it("leaves shortcuts of the browser alone", () => {
    for (const modifier of ["altKey", "ctrlKey", "metaKey"] as const)
      assert.equal(press("ArrowLeft", state, { [modifier]: true }).isUsed, false);
  });

  it("leaves keys that somebody else has used", () => {
    assert.equal(press("ArrowDown", state, { defaultPrevented: true }).isUsed, false);
  });

  it("lets Space press a focused button", () => {
    assert.equal(press(" ", state, { target: focused("button") }).isUsed, false);
  });

  it("lets a field have what is typed into it", () => {
    const view = { ...state, gate };
    assert.equal(press("PageUp", view, { target: focused("textarea") }).isUsed, false);
    assert.deepEqual(press("Escape", view, { target: focused("textarea") }).calls, ["closeGate"]);
  });

  it("over the gate only leads away from it", () => {
    const view = { ...state, gate };
    assert.deepEqual(press("Escape", view).calls, ["closeGate"]);
    assert.deepEqual(press("PageUp", view).calls, ["previous key"]);
    for (const key of [" ", "k", "m", "ArrowRight", "Enter"]) assert.equal(press(key, view).isUsed, false);
  });

  it("closes an open panel with Escape and leaves it all other keys", () => {
    const view: ViewState = { ...state, panel: "episodes" };
    assert.deepEqual(press("Escape", view).calls, ["openPanel none"]);
    assert.equal(press("ArrowDown", view).isUsed, false);
  });
});
