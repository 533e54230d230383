import { type Mounted, manifestOf, mount } from "../element/testing/mount.js";
import { equal, ok } from "../media/testing/assert.js";
import type { MediaServer } from "../media/testing/media-server.js";
import type { Memory } from "./memory.js";
import { MEMORY_KEY } from "./memory-store.js";
import type { StoragePort } from "./storage-port.js";

function fakePort(memory?: Partial<Memory>): StoragePort & { memory(): Partial<Memory> } {
  let kept = memory ? JSON.stringify({ version: 1, series: [], ...memory }) : null;
  return {
    getItem: (key) => (key === MEMORY_KEY ? kept : null),
    setItem: (_key, value) => {
      kept = value;
    },
    removeItem: () => {
      kept = null;
    },
    memory: () => JSON.parse(kept ?? "{}"),
  };
}

const withStorage = (storage: StoragePort | "allowed") => ({
  before: (element: Mounted["element"]) => {
    element.storage = storage;
  },
});

describe("what is remembered of a viewer", () => {
  let mounted: Mounted;
  const address = location.href;
  afterEach(() => {
    mounted.remove();
    history.replaceState(null, "", address);
    localStorage.removeItem(MEMORY_KEY);
  });

  it("is nothing unless the page allows it", async () => {
    mounted = await mount({ attributes: { mode: "page", muted: "", autoplay: "" } });
    await mounted.until(({ position }) => position > 0.3, "does not play");
    mounted.element.pause();
    await mounted.until(({ stage }) => stage === "paused", "does not pause");
    equal(localStorage.getItem(MEMORY_KEY), null);
  });

  it("is the episode watched last, and the place in it", async () => {
    const port = fakePort({ series: [{ series: "s", episode: "e3", places: {} }] });
    mounted = await mount({ attributes: { mode: "page", muted: "" }, ...withStorage(port) });
    equal(mounted.element.state.episode, "e3");
    mounted.remove();
    const at = fakePort({ series: [{ series: "s", episode: "e1", places: { e1: 6 } }] });
    mounted = await mount({
      attributes: { mode: "page", muted: "", autoplay: "" },
      manifest: longFilm,
      ...withStorage(at),
    });
    await mounted.until(({ stage, position }) => stage === "playing" && position >= 5.9, "does not go on");
  });

  it("does not win over the page's own wish for an episode", async () => {
    const port = fakePort({ series: [{ series: "s", episode: "e3", places: {} }] });
    mounted = await mount({ attributes: { mode: "page", episode: "1" }, ...withStorage(port) });
    equal(mounted.element.state.episode, "e1");
  });

  it("is written when the viewer moves on", async () => {
    const port = fakePort();
    mounted = await mount({ attributes: { mode: "page", muted: "", autoplay: "" }, ...withStorage(port) });
    await mounted.until(({ position }) => position > 0.2, "does not play");
    mounted.element.goTo("e3");
    equal(port.memory().series, [{ series: "s", episode: "e1", places: {} }]);
  });

  it("goes when the page takes its word back", async () => {
    mounted = await mount({ attributes: { mode: "page", muted: "", autoplay: "", storage: "allowed" } });
    await mounted.until(({ position }) => position > 0.2, "does not play");
    mounted.element.pause();
    await mounted.until(({ stage }) => stage === "paused", "does not pause");
    ok(localStorage.getItem(MEMORY_KEY), "wrote nothing");
    mounted.element.storage = "";
    await mounted.until(() => localStorage.getItem(MEMORY_KEY) === null, "stayed");
  });

  it("yields to the episode and the time of a link", async () => {
    history.replaceState(null, "", "?episode=3&t=2");
    const port = fakePort({ series: [{ series: "s", episode: "e1", places: {} }] });
    mounted = await mount({
      attributes: { mode: "page", muted: "", autoplay: "", episode: "1" },
      ...withStorage(port),
    });
    equal(mounted.element.state.episode, "e3");
    await mounted.until(({ position }) => position >= 1.9, "begins elsewhere");
  });

  it("shares a link to the place that is watched, which the page may do itself", async () => {
    mounted = await mount({ attributes: { mode: "page" } });
    const shared: string[] = [];
    mounted.element.addEventListener("drama-share-request", (event) => {
      event.preventDefault();
      shared.push(event.detail.url);
    });
    mounted.element.goTo("e3");
    (await mounted.button(/share/i)).click();
    await mounted.until(() => shared.length > 0, "does not ask");
    equal(new URL(shared[0] ?? "").searchParams.get("episode"), "3");
  });
});

/** The first film says that it is long, as places near the end are not gone on from. */
function longFilm(server: MediaServer): object {
  const manifest = manifestOf(server) as { episodes: { duration?: number }[] };
  for (const episode of manifest.episodes) episode.duration = 60;
  return manifest;
}
