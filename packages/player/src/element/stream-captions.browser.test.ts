import { equal } from "../media/testing/assert.js";
import { type Mounted, mount } from "./testing/mount.js";

describe("a film whose stream brings its own subtitles", () => {
  let mounted: Mounted;
  afterEach(() => mounted.remove());

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
