import { equal, ok } from "../media/testing/assert.js";
import { type Mounted, manifestOf, mount } from "./testing/mount.js";

describe("likes and follows", () => {
  let mounted: Mounted;
  afterEach(() => mounted.remove());

  const find = (selector: string) => mounted.element.shadowRoot?.querySelector<HTMLElement>(selector);
  const pressed = (part: string) => find(`[part~=${part}]`)?.getAttribute("aria-pressed");

  async function playing(keeps?: { readonly likes?: readonly string[]; readonly follows?: boolean }) {
    mounted = await mount({
      attributes: { mode: "page", muted: "", autoplay: "" },
      before: (element) =>
        element.addEventListener("drama-reactions-request", (event) => {
          if (keeps) event.respondWith(Promise.resolve(keeps));
        }),
    });
    await mounted.until(({ stage }) => stage === "playing", "does not play");
    await mounted.until(() => find("[part~=share-button]") !== null, "no controls");
    return mounted.element;
  }
  const shown = (part: string) => mounted.until(() => find(`[part~=${part}]`) !== null, `no ${part}`);

  /** Two taps of a thumb on the film. */
  const tapTwice = (): void => {
    const at = { bubbles: true, composed: true, cancelable: true, clientX: 120, clientY: 200 };
    for (let tap = 0; tap < 2; tap += 1) find(".is-active video")?.dispatchEvent(new MouseEvent("click", at));
  };

  it("have no buttons where the page keeps neither", async () => {
    await playing();
    equal(find("[part~=like-button]"), null);
    equal(find("[part~=follow-button]"), null);
  });

  it("are shown as the page knows them", async () => {
    await playing({ likes: ["e1"], follows: true });
    await shown("like-button");
    equal([pressed("like-button"), pressed("follow-button")], ["true", "true"]);
  });

  it("are shown at once, told to the page, and stand when it keeps them", async () => {
    const element = await playing({ likes: [], follows: false });
    await shown("like-button");
    const told: unknown[] = [];
    element.addEventListener("drama-like-request", ({ detail }) => told.push(detail.episode, detail.on));
    element.addEventListener("drama-follow-request", ({ detail }) => told.push(detail.series, detail.on));
    find("[part~=like-button]")?.click();
    find("[part~=follow-button]")?.click();
    await mounted.until(() => pressed("like-button") === "true", "is not liked");
    await mounted.until(() => pressed("follow-button") === "true", "is not followed");
    element.dispatchEvent(new KeyboardEvent("keydown", { key: "l", bubbles: true, composed: true }));
    await mounted.until(() => pressed("like-button") === "false", "is still liked");
    equal(told, ["e1", true, "s", true, "e1", false]);
  });

  it("are taken back, with a word, when the page could not keep them", async () => {
    const element = await playing({ likes: [] });
    await shown("like-button");
    equal(find("[part~=follow-button]"), null);
    let refuse = (): void => undefined;
    element.addEventListener("drama-like-request", (event) =>
      event.respondWith(
        new Promise((_keep, reject) => {
          refuse = () => reject(new Error("offline"));
        }),
      ),
    );
    find("[part~=like-button]")?.click();
    await mounted.until(() => pressed("like-button") === "true", "is not liked at once");
    refuse();
    await mounted.until(() => pressed("like-button") === "false", "is not taken back");
    ok(/could not be saved/i.test(find("[part~=toast]")?.textContent ?? ""), "says nothing");
  });

  it("are made by two taps on the film, which plays on", async () => {
    await playing({ likes: [] });
    await shown("like-button");
    let pauses = 0;
    find(".is-active video")?.addEventListener("pause", () => {
      pauses += 1;
    });
    tapTwice();
    await mounted.until(() => pressed("like-button") === "true", "is not liked");
    ok(find("[part~=like-heart]"), "no heart");
    await mounted.until(() => find("[part~=like-heart]") === null, "the heart stays");
    // Never undone by two more: who taps twice likes.
    let requests = 0;
    mounted.element.addEventListener("drama-like-request", () => {
      requests += 1;
    });
    tapTwice();
    ok(find("[part~=like-heart]"), "no second heart");
    await mounted.until(() => find("[part~=like-heart]") === null, "the second heart stays");
    equal(requests, 0);
    equal([pressed("like-button"), pauses, mounted.element.state.stage], ["true", 0, "playing"]);
  });

  it("show what the page kept last, when several in a row could not be kept", async () => {
    const element = await playing({ likes: [] });
    await shown("like-button");
    const refusals: (() => void)[] = [];
    element.addEventListener("drama-like-request", (event) =>
      event.respondWith(
        new Promise((_keep, reject) => {
          refusals.push(() => reject(new Error("offline")));
        }),
      ),
    );
    const like = () => find("[part~=like-button]")?.click();
    like();
    await mounted.until(() => pressed("like-button") === "true", "is not liked at once");
    like();
    await mounted.until(() => pressed("like-button") === "false", "is not taken back at once");
    for (const refuse of refusals) refuse();
    await mounted.until(() => find("[part~=toast]") !== null, "says nothing");
    equal(pressed("like-button"), "false");
  });

  it("are asked for again when the viewer is another", async () => {
    const answers = [{ likes: ["e1"], follows: true }, { follows: false }];
    mounted = await mount({
      attributes: { mode: "page", muted: "", autoplay: "" },
      before: (element) =>
        element.addEventListener("drama-reactions-request", (event) => {
          event.respondWith(Promise.resolve(answers.shift() ?? {}));
        }),
    });
    await mounted.until(() => pressed("follow-button") === "true", "is not followed");
    mounted.element.recheck();
    await mounted.until(() => pressed("follow-button") === "false", "is the former viewer's");
    equal(find("[part~=like-button]"), null);
  });

  it("leave the next film alone when it came between a tap and its meaning", async () => {
    const films: typeof manifestOf = (server) => {
      const manifest = manifestOf(server) as { readonly episodes: readonly { readonly id: string }[] };
      return { ...manifest, episodes: manifest.episodes.filter(({ id }) => id !== "e2") };
    };
    mounted = await mount({
      attributes: { mode: "page", muted: "", autoplay: "" },
      manifest: films,
      before: (element) =>
        element.addEventListener("drama-reactions-request", (event) =>
          event.respondWith(Promise.resolve({ likes: [] })),
        ),
    });
    await shown("like-button");
    await mounted.until(({ stage }) => stage === "playing", "does not play");
    const at = { bubbles: true, composed: true, cancelable: true };
    find(".is-active video")?.dispatchEvent(new MouseEvent("click", at));
    mounted.element.next();
    await mounted.until(({ episode, stage }) => episode === "e3" && stage === "playing", "does not play on");
    const wishes: unknown[] = [];
    mounted.element.addEventListener("drama-pause", () => wishes.push("pause"));
    await new Promise((resolve) => setTimeout(resolve, 400));
    equal(mounted.element.state.stage, "playing");
    equal(wishes, []);
  });

  it("leave the single tap to the film", async () => {
    await playing({ likes: [] });
    await shown("like-button");
    const at = { bubbles: true, composed: true, cancelable: true };
    find(".is-active video")?.dispatchEvent(new MouseEvent("click", at));
    await mounted.until(({ stage }) => stage === "paused", "does not pause");
    equal(pressed("like-button"), "false");
  });
});
