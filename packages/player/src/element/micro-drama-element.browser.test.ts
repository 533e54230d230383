import { equal, ok } from "../media/testing/assert.js";
import { defineMicroDrama } from "./define-micro-drama.js";
import { type Mounted, mount } from "./testing/mount.js";

/** Of Chromium 133 and Firefox 144; TypeScript does not know it yet. */
function moveBefore(element: HTMLElement, to: HTMLElement): void {
  (to as unknown as { moveBefore(node: Node, child: Node | null): void }).moveBefore(element, null);
}

describe("<micro-drama>", () => {
  let mounted: Mounted;
  afterEach(() => mounted.remove());

  it("invites, and loads not one byte of media before somebody asks", async () => {
    mounted = await mount();
    equal(mounted.element.state.stage, "poster");
    equal((await mounted.server.requests(/test-media/)).length, 0);
    equal(mounted.events, ["drama-ready"]);
  });

  it("writes nothing to its own attributes and children", async () => {
    const seen: string[] = [];
    const observer = new MutationObserver((records) => {
      for (const { type, attributeName } of records) seen.push(`${type} ${attributeName}`);
    });
    mounted = await mount({
      before: (element) => {
        element.innerHTML = '<a href="/watch">Watch</a>';
        observer.observe(element, { attributes: true, childList: true, subtree: true });
      },
    });
    mounted.element.play();
    await mounted.until(({ stage }) => stage === "playing", "does not play");
    mounted.element.goTo("e2");
    await mounted.element.updateComplete;
    observer.takeRecords();
    equal(
      seen.filter((entry) => entry !== "childList null"),
      [],
    );
  });

  it("opens in the top layer, and closes to where it was", async () => {
    // Silent, because a script's click is no gesture: browsers would refuse the sound. The journey taps for real.
    mounted = await mount({ attributes: { muted: "" } });
    const place = mounted.element.getBoundingClientRect();
    (await mounted.button(/watch/i)).click();
    await mounted.until(({ mode, stage }) => mode === "immersive" && stage === "playing", "does not open");
    const player = mounted.element.shadowRoot?.querySelector(".player");
    ok(player, "has no wrapper");
    ok(player.matches(":popover-open"), "is not in the top layer");
    equal(player.getBoundingClientRect().width, innerWidth);
    equal(mounted.element.getBoundingClientRect().top, place.top, "the page moved:");
    (await mounted.button(/close/i)).click();
    await mounted.until(({ mode }) => mode === "inline", "does not close");
    ok(!player.matches(":popover-open"), "stayed in the top layer");
    equal(mounted.element.getBoundingClientRect().top, place.top, "the page moved:");
  });

  it("leaves wheel and keys to the page while it is inline, and takes them when it is opened", async () => {
    mounted = await mount();
    const track = mounted.element.shadowRoot?.querySelector(".track");
    const wheel = (): boolean => {
      const event = new WheelEvent("wheel", { deltaY: 120, bubbles: true, composed: true, cancelable: true });
      track?.dispatchEvent(event);
      return event.defaultPrevented;
    };
    const key = (): boolean => {
      const event = new KeyboardEvent("keydown", {
        key: "ArrowDown",
        bubbles: true,
        composed: true,
        cancelable: true,
      });
      track?.dispatchEvent(event);
      return event.defaultPrevented;
    };
    equal([wheel(), key()], [false, false]);
    (await mounted.button(/watch/i)).click();
    await mounted.until(({ mode }) => mode === "immersive", "does not open");
    await mounted.until(() => wheel(), "takes no wheel");
    await mounted.until(({ episode }) => episode !== "e1", "does not move by wheel");
  });

  it("lets the page refuse a move", async () => {
    mounted = await mount();
    mounted.element.addEventListener("drama-episode-request", (event) => event.preventDefault(), {
      once: true,
    });
    mounted.element.next();
    equal(mounted.element.state.episode, "e1");
    mounted.element.next();
    equal(mounted.element.state.episode, "e2");
  });

  it("goes on by itself at the end, and stands at the lock", async () => {
    mounted = await mount({ attributes: { mode: "page", autoplay: "" } });
    await mounted.until(({ stage }) => stage === "playing", "does not start");
    ok(mounted.element.state.muted, "started with sound and without a gesture");
    const video = mounted.element.shadowRoot?.querySelector("video");
    ok(video, "no video");
    video.currentTime = video.duration - 0.3;
    await mounted.until(({ stage, episode }) => stage === "gate" && episode === "e2", "does not go on");
    ok(mounted.events.includes("drama-gate-open"), "the page was not told of the gate");
  });

  it("says what is wrong with a manifest, and where", async () => {
    let told = "";
    mounted = await mount({
      manifest: () => ({
        version: 1,
        id: "s",
        title: "S",
        episodes: [{ id: "e1", number: 1, access: "free" }],
      }),
      before: (element) =>
        element.addEventListener("drama-error", ({ detail }) => {
          told = detail.message;
        }),
    });
    equal(mounted.element.state.stage, "error");
    ok(told.startsWith("$.episodes[0].source"), `told «${told}»`);
  });

  it("stops when it is removed, and works again when it is put back", async () => {
    mounted = await mount();
    mounted.element.play();
    await mounted.until(({ stage }) => stage === "playing", "does not play");
    const videos = [...(mounted.element.shadowRoot?.querySelectorAll("video") ?? [])];
    mounted.element.remove();
    await Promise.resolve();
    equal(
      videos.map((video) => video.paused),
      [true, true, true],
    );
    document.body.append(mounted.element);
    mounted.element.play();
    await mounted.until(({ stage }) => stage === "playing", "does not play again");
    const { position } = mounted.element.state;
    await mounted.until((state) => state.position > position, "does not move again");
  });

  for (const [how, move] of [
    ["append", (element: HTMLElement, to: HTMLElement) => to.append(element)],
    ["moveBefore", moveBefore],
  ] as const) {
    it(`plays on when the page moves it (${how})`, async function () {
      if (how === "moveBefore" && !("moveBefore" in Element.prototype)) return this.skip();
      mounted = await mount({ attributes: { muted: "", mode: "page" } });
      const place = document.createElement("section");
      document.body.append(place);
      try {
        mounted.element.play();
        await mounted.until(({ position }) => position > 0.5, "does not play");
        const { position } = mounted.element.state;
        move(mounted.element, place);
        await mounted.until((state) => state.stage === "playing" && state.position > position + 0.5, "stops");
        equal(mounted.element.shadowRoot?.querySelectorAll("video").length, 3);
      } finally {
        mounted.remove();
        place.remove();
      }
    });
  }

  it("rests when the system pauses it, and plays on with a tap", async () => {
    mounted = await mount({ attributes: { muted: "", mode: "page" } });
    mounted.element.play();
    await mounted.until(({ position }) => position > 0.5, "does not play");
    // As a call, an alarm or another application does.
    mounted.element.shadowRoot?.querySelector("video")?.pause();
    await mounted.until(({ stage }) => stage === "paused", "does not rest");
    (await mounted.button(/play/i)).click();
    await mounted.until(({ stage }) => stage === "playing", "does not play on");
  });

  it("is closed when the page removes or moves it while it is open, and gives the focus back to the page", async () => {
    mounted = await mount({ attributes: { muted: "" } });
    (await mounted.button(/watch/i)).click();
    await mounted.until(({ mode }) => mode === "immersive", "does not open");
    document.body.prepend(mounted.element);
    equal(mounted.element.state.mode, "inline");
    const field = document.createElement("input");
    document.body.append(field);
    field.focus();
    equal(document.activeElement === field, true);
    field.remove();
  });

  it("is harmless when it is registered twice", async () => {
    mounted = await mount();
    const before = customElements.get("micro-drama");
    defineMicroDrama();
    equal(customElements.get("micro-drama") === before, true);
  });
});
