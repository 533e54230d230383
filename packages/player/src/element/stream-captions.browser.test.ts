import { equal } from "../media/testing/assert.js";
import type { MediaServer } from "../media/testing/media-server.js";
import { type Mounted, mount } from "./testing/mount.js";

describe("a film whose stream brings its own subtitles", () => {
  let mounted: Mounted;
  afterEach(() => mounted.remove());

  const subtitled = (server: MediaServer, id: string, number: number) => ({
    ...{ id, number, title: id, access: "free" },
    source: { type: "hls", url: server.url("fmp4/subtitled.m3u8") },
  });
  const twoFilms = (server: MediaServer) => ({
    ...{ version: 1, id: "s", title: "The Series", lang: "en" },
    episodes: [subtitled(server, "e1", 1), subtitled(server, "e2", 2)],
  });
  const find = (part: string) => mounted.element.shadowRoot?.querySelector<HTMLElement>(`[part~=${part}]`);

  it("has the button for them after a swipe to a film that was loaded before, and keys that switch them", async () => {
    mounted = await mount({
      attributes: { mode: "page", muted: "", autoplay: "", lang: "en" },
      manifest: twoFilms,
    });
    await mounted.until(() => Boolean(find("captions-button")), "no button in the first film");
    const waiting = [...(mounted.element.shadowRoot?.querySelectorAll("video") ?? [])][1];
    await mounted.until(() => (waiting?.readyState ?? 0) >= 2, "the next film does not load");
    mounted.element.next();
    await mounted.until(({ episode, stage }) => episode === "e2" && stage === "playing", "does not play");
    await mounted.until(() => Boolean(find("captions-button")), "no button in the second film");
    const press = () =>
      mounted.element.dispatchEvent(
        new KeyboardEvent("keydown", { key: "c", bubbles: true, composed: true }),
      );
    press();
    await mounted.until(({ captions }) => captions === null, "the key does not switch them off");
    press();
    await mounted.until(({ captions }) => captions === "en", "the key does not switch them on");
  });

  it("shows the series' own language where the page's is not there", async () => {
    mounted = await mount({
      attributes: { mode: "page", muted: "", autoplay: "", lang: "de" },
      manifest: twoFilms,
    });
    await mounted.until(({ captions }) => captions === "en", "wishes for what is not there");
  });

  it("shows them in the viewer's language, and all of them in the menu", async () => {
    mounted = await mount({
      attributes: { mode: "page", muted: "", autoplay: "", lang: "es" },
      manifest: (server) => ({
        ...{ version: 1, id: "s", title: "The Series" },
        episodes: [
          {
            ...{ id: "e1", number: 1, title: "One", access: "free" },
            source: { type: "hls", url: server.url("fmp4/subtitled.m3u8") },
          },
        ],
      }),
    });
    const root = mounted.element.shadowRoot;
    await mounted.until(
      () => /Empieza/.test(root?.querySelector(".captions")?.textContent ?? ""),
      "shows no subtitles",
    );
    const button = root?.querySelector<HTMLButtonElement>("[part~=captions-button]");
    button?.click();
    await mounted.until(() => root?.querySelector("[part~=menu-item]") !== null, "no menu");
    const items = [...(root?.querySelectorAll("[part~=menu-item]") ?? [])];
    equal(items.map(({ ariaPressed, textContent }) => [textContent?.trim(), ariaPressed]).slice(1), [
      ["English", "false"],
      ["Español", "true"],
    ]);
  });
});
