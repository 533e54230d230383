import { equal, ok } from "../media/testing/assert.js";
import { type Mounted, manifestOf, mount } from "./testing/mount.js";

describe("going on by itself", () => {
  let mounted: Mounted;
  afterEach(() => mounted.remove());

  /** Two free films, one after the other. */
  const twoFilms: typeof manifestOf = (server) => {
    const manifest = manifestOf(server) as { readonly episodes: readonly { readonly id: string }[] };
    return { ...manifest, episodes: manifest.episodes.filter(({ id }) => id !== "e2") };
  };

  /** The same two once more, so that the second has a next one. */
  const threeFilms: typeof manifestOf = (server) => {
    const manifest = twoFilms(server) as { readonly episodes: readonly object[] };
    const third = { ...manifest.episodes[0], id: "e4", number: 4 };
    return { ...manifest, episodes: [...manifest.episodes, third] };
  };
  const video = () => mounted.element.shadowRoot?.querySelector<HTMLVideoElement>(".is-active video");
  const find = (part: string) => mounted.element.shadowRoot?.querySelector<HTMLElement>(`[part~=${part}]`);
  const toEnd = (): void => {
    const film = video();
    if (film) film.currentTime = film.duration - 2.5;
  };

  it("goes on again with the next episode, after it was stopped once", async () => {
    mounted = await mount({ attributes: { mode: "page", muted: "", autoplay: "" }, manifest: threeFilms });
    await mounted.until(({ stage, position }) => stage === "playing" && position > 0, "does not play");
    toEnd();
    (await mounted.button(/^\s*cancel/i)).click();
    await mounted.until(({ stage }) => stage === "paused", "does not stop at the end");
    const offer = await mounted.button(/next episode: 3/i);
    offer.focus();
    offer.click();
    await mounted.until(({ episode, stage }) => episode === "e3" && stage === "playing", "does not go on");
    ok(mounted.element.shadowRoot?.activeElement, "the focus is lost with the button");
    toEnd();
    (await mounted.button(/^\s*cancel/i)).focus();
    await mounted.until(({ episode }) => episode === "e4", "stays with the second one too");
    await mounted.until(() => !find("up-next"), "the announcement stays");
    ok(mounted.element.shadowRoot?.activeElement, "the focus is lost with the announcement");
  });

  it("says that it stays near the end only, and forgets it when the film is seen again", async () => {
    mounted = await mount({ attributes: { mode: "page", muted: "", autoplay: "" }, manifest: twoFilms });
    await mounted.until(({ stage, position }) => stage === "playing" && position > 0, "does not play");
    toEnd();
    (await mounted.button(/^\s*cancel/i)).click();
    await mounted.until(() => /stays/i.test(find("toast")?.textContent ?? ""), "does not say that it stays");
    const film = video();
    if (film) film.currentTime = 0.5;
    await mounted.until(() => !find("toast"), "goes on saying that it stays");
    toEnd();
    (await mounted.button(/watch again/i)).click();
    await mounted.until(({ stage, position }) => stage === "playing" && position > 0, "does not play again");
    toEnd();
    await mounted.until(({ episode }) => episode === "e3", "stays again");
  });

  it("is stopped by the button that announces it, for this once", async () => {
    mounted = await mount({
      attributes: { mode: "page", muted: "", autoplay: "" },
      manifest: twoFilms,
    });
    await mounted.until(({ stage, position }) => stage === "playing" && position > 0, "does not play");
    toEnd();
    (await mounted.button(/^\s*cancel/i)).click();
    await mounted.until(({ stage }) => stage === "paused", "does not stop at the end");
    equal(mounted.element.state.episode, "e1");
    (await mounted.button(/next episode: 3/i)).click();
    await mounted.until(({ episode, stage }) => episode === "e3" && stage === "playing", "does not go on");
  });
});
