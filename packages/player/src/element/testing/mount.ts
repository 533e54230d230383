import type { EntitlementAdapter } from "@micro-drama/protocol";
import { MediaServer } from "../../media/testing/media-server.js";
import { defineMicroDrama } from "../define-micro-drama.js";
import type { MicroDramaElement } from "../micro-drama-element.js";

/** How long a real engine may take on a busy machine before a test gives up. */
const PATIENCE_MS = 15_000;

/** A player in a page, with films of its own. */
export interface Mounted {
  readonly element: MicroDramaElement;
  readonly server: MediaServer;
  /** Names of all `drama-` events so far, in order. */
  readonly events: readonly string[];
  /** Resolves when the player's public state satisfies `test`. */
  until(test: (state: MicroDramaElement["state"]) => boolean, what: string): Promise<void>;
  /** The first button inside the player with these words; open shadow roots only. */
  button(name: RegExp): Promise<HTMLButtonElement>;
  remove(): void;
}

/** A series of three: free (red), locked, free (cyan, MP4). */
export function manifestOf(server: MediaServer): object {
  return {
    version: 1,
    id: "s",
    title: "The Series",
    episodes: [
      {
        id: "e1",
        number: 1,
        title: "One",
        access: "free",
        source: { type: "hls", url: server.url("fmp4/main.m3u8") },
      },
      { id: "e2", number: 2, title: "Two", access: "locked", duration: 8 },
      {
        id: "e3",
        number: 3,
        title: "Three",
        access: "free",
        source: { type: "mp4", url: server.url("film.mp4") },
      },
    ],
  };
}

/** Puts a player into the page. `manifest` stands behind `src` as a blob, so that it is fetched like any other. */
export async function mount(
  options: {
    readonly attributes?: Readonly<Record<string, string>>;
    readonly adapter?: EntitlementAdapter;
    readonly manifest?: (server: MediaServer) => object;
    readonly before?: (element: MicroDramaElement) => void;
  } = {},
): Promise<Mounted> {
  defineMicroDrama();
  const server = new MediaServer();
  const manifest = JSON.stringify((options.manifest ?? manifestOf)(server));
  const element = document.createElement("micro-drama");
  const events: string[] = [];
  for (const name of EVENTS) element.addEventListener(name, () => events.push(name));
  for (const [name, value] of Object.entries(options.attributes ?? {})) element.setAttribute(name, value);
  if (options.adapter) element.adapter = options.adapter;
  element.setAttribute("src", URL.createObjectURL(new Blob([manifest], { type: "application/json" })));
  options.before?.(element);
  document.body.append(element);

  const poll = async <T>(read: () => T | undefined | false, what: string): Promise<T> => {
    const end = performance.now() + PATIENCE_MS;
    for (;;) {
      const value = read();
      if (value !== undefined && value !== false) return value;
      if (performance.now() > end)
        throw new Error(`${what}: still ${JSON.stringify(element.state)}; ${events}`);
      await new Promise((resolve) => requestAnimationFrame(resolve));
    }
  };
  const mounted: Mounted = {
    element,
    server,
    events,
    until: async (test, what) => {
      await poll(() => test(element.state), what);
    },
    button: (name) =>
      poll(
        () =>
          [...(element.shadowRoot?.querySelectorAll("button") ?? [])].find((button) =>
            name.test(`${button.textContent} ${button.getAttribute("aria-label")}`),
          ),
        `no button ${name}`,
      ),
    remove: () => element.remove(),
  };
  await mounted.until(({ series }) => series !== undefined || element.state.stage === "error", "no series");
  return mounted;
}

const EVENTS = [
  "drama-ready",
  "drama-episode-request",
  "drama-episode-change",
  "drama-gate-open",
  "drama-gate-close",
  "drama-unlock-request",
  "drama-unlock-success",
  "drama-unlock-failure",
  "drama-first-frame",
  "drama-mode-change",
  "drama-series-end",
  "drama-error",
] as const;
