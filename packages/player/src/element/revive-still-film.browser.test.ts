import type { MediaServer } from "../media/testing/media-server.js";
import { type Mounted, manifestOf, mount } from "./testing/mount.js";

/** So far a film plays on, and no still picture comes. Seconds. */
const PLAYED = 0.5;

describe("an episode that is returned to", () => {
  let mounted: Mounted;
  afterEach(() => mounted.remove());

  it("plays on instead of standing still, without sound", async () => {
    mounted = await mount({ attributes: { muted: "" }, manifest: allFree });
    // Neighbours stand outside the viewport: there WebKitGTK pauses what has no sound.
    mounted.element.style.cssText = "position: fixed; inset: 0; inline-size: 100vw; block-size: 100vh";
    mounted.element.play();
    await moves("e1");
    mounted.element.next();
    await moves("e2");
    mounted.element.previous();
    await moves("e1");
    mounted.element.next();
    await moves("e2");
  });

  async function moves(id: string): Promise<void> {
    await mounted.until(({ episode, stage }) => episode === id && stage === "playing", `${id} does not play`);
    const from = mounted.element.state.position;
    await mounted.until(({ position }) => position > from + PLAYED, `${id} stands still`);
  }
});

/** Films of six seconds and more, of which no test plays the end. */
function allFree(server: MediaServer): object {
  const source = { type: "mp4", url: server.url("film.mp4") };
  const episodes = ["e1", "e2", "e3"].map((id, index) => ({
    id,
    number: index + 1,
    title: id,
    access: "free",
    source: { ...source, url: `${source.url}?${id}` },
  }));
  return { ...manifestOf(server), episodes };
}
