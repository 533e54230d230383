import { equal } from "../media/testing/assert.js";
import { type Mounted, manifestOf, mount } from "./testing/mount.js";

describe("going on by itself", () => {
  let mounted: Mounted;
  afterEach(() => mounted.remove());

  /** Two free films, one after the other. */
  const twoFilms: typeof manifestOf = (server) => {
    const manifest = manifestOf(server) as { readonly episodes: readonly { readonly id: string }[] };
    return { ...manifest, episodes: manifest.episodes.filter(({ id }) => id !== "e2") };
  };

  it("is stopped by the button that announces it, for this once", async () => {
    mounted = await mount({
      attributes: { mode: "page", muted: "", autoplay: "" },
      manifest: twoFilms,
    });
    await mounted.until(({ stage, position }) => stage === "playing" && position > 0, "does not play");
    const video = mounted.element.shadowRoot?.querySelector<HTMLVideoElement>(".is-active video");
    if (video) video.currentTime = video.duration - 3;
    (await mounted.button(/^\s*cancel/i)).click();
    await mounted.until(({ stage }) => stage === "paused", "does not stop at the end");
    equal(mounted.element.state.episode, "e1");
    (await mounted.button(/next episode: 3/i)).click();
    await mounted.until(({ episode, stage }) => episode === "e3" && stage === "playing", "does not go on");
  });
});
