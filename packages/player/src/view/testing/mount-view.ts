import { render } from "lit";
import type { Actions } from "../../core/actions.js";
import type { ViewState } from "../../core/view-state.js";
import { fallbackMessages } from "../../locale/load-messages.js";
import type { Messages } from "../../locale/messages.js";
import { playerStyles } from "../../style/player-styles.js";
import { renderPlayer } from "../player-view.js";
import { sampleSeries, sampleState } from "./states.js";

/** How long a chunk or an animation may take on a busy machine, in milliseconds. */
const PATIENCE_MS = 8000;

/** A series whose posters need no network. */
export const series = sampleSeries(
  (number) =>
    `data:image/svg+xml,<svg xmlns="http://www.w3.org/2000/svg" width="9" height="16"><rect width="9" height="16" fill="hsl(${number * 40} 40% 40%)"/></svg>`,
);

/** The views in a shadow root of their own, 390 × 844, without a player behind them. */
export interface MountedView {
  readonly root: ShadowRoot;
  readonly videos: readonly [HTMLVideoElement, HTMLVideoElement, HTMLVideoElement];
  readonly state: ViewState;
  /** Every action that was asked for, as `name argument …`. */
  readonly calls: string[];
  set(change: Partial<ViewState>): void;
  /** Renders another state, whole. */
  show(state: ViewState): void;
  /** The first element for a selector, as soon as it is there. */
  find<Found extends HTMLElement = HTMLElement>(selector: string): Promise<Found>;
  remove(): void;
}

/** Shows a state; the sample episode playing by default. */
export function mountView(
  state: ViewState = sampleState(series),
  messages: Messages = fallbackMessages,
): MountedView {
  const host = document.createElement("div");
  host.style.cssText = "position:relative;width:390px;height:844px";
  const root = host.attachShadow({ mode: "open" });
  root.adoptedStyleSheets = playerStyles.flatMap(({ styleSheet }) => styleSheet ?? []);
  document.body.append(host);
  const videos = [newVideo(), newVideo(), newVideo()] as const;
  const calls: string[] = [];
  const actions = new Proxy({} as Actions, {
    get:
      (_target, name) =>
      (...args: unknown[]) =>
        calls.push([String(name), ...args.map(toWords)].join(" ")),
  });
  const redraw = () => {
    if (host.isConnected) view.show(view.state);
  };
  const view = {
    root,
    videos,
    state,
    calls,
    set: (change: Partial<ViewState>) => view.show({ ...view.state, ...change }),
    show(next: ViewState) {
      view.state = next;
      render(renderPlayer({ state: next, actions, messages, redraw, videos }), root);
    },
    find: <Found extends HTMLElement>(selector: string) =>
      until(() => root.querySelector<Found>(selector), `no ${selector}`),
    remove() {
      render(undefined, root);
      host.remove();
    },
  };
  view.show(state);
  return view;
}

/** Resolves with the first value that is something. @throws when there is none for a long time */
export async function until<Value>(
  read: () => Value | null | undefined | false,
  what: string,
): Promise<Value> {
  const end = performance.now() + PATIENCE_MS;
  for (;;) {
    const value = read();
    if (value !== null && value !== undefined && value !== false) return value;
    if (performance.now() > end) throw new Error(what);
    await frame();
  }
}

/** The next frame. */
export function frame(): Promise<number> {
  return new Promise((resolve) => requestAnimationFrame(resolve));
}

/** The middle of an element, for a real mouse. */
export function middleOf(element: Element): [x: number, y: number] {
  const { left, top, width, height } = element.getBoundingClientRect();
  return [Math.round(left + width / 2), Math.round(top + height / 2)];
}

function newVideo(): HTMLVideoElement {
  const video = document.createElement("video");
  video.muted = true;
  return video;
}

function toWords(value: unknown): string {
  if (typeof value !== "object" || value === null) return String(value);
  return "id" in value ? String(value.id) : JSON.stringify(value);
}
