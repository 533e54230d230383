import type { DramaBreakRequestEvent } from "../events/drama-event.js";
import { equal } from "../media/testing/assert.js";
import { type Mounted, mount } from "./testing/mount.js";

describe("a break between two episodes", () => {
  let mounted: Mounted;
  afterEach(() => mounted.remove());

  const playing = async (onBreak: (event: DramaBreakRequestEvent) => void): Promise<void> => {
    mounted = await mount({ attributes: { mode: "page", muted: "", autoplay: "", "no-autonext": "" } });
    mounted.element.addEventListener("drama-break-request", onBreak);
    await mounted.until(({ stage }) => stage === "playing", "does not play");
  };
  /** As a viewer goes who picks an episode from the list. */
  const pick = async (title: RegExp): Promise<void> => {
    (await mounted.button(/^\s*episodes/i)).click();
    (await mounted.button(title)).click();
  };

  it("waits for the page, and plays the next episode then", async () => {
    let isOver = (): void => undefined;
    await playing((event) => {
      equal(event.detail.to, "e3");
      event.waitUntil(
        new Promise<void>((resolve) => {
          isOver = resolve;
        }),
      );
    });
    await pick(/three/i);
    await mounted.until(({ episode, stage }) => episode === "e3" && stage !== "playing", "does not wait");
    equal(mounted.element.shadowRoot?.querySelector<HTMLVideoElement>(".is-active video")?.paused, true);
    isOver();
    await mounted.until(({ stage }) => stage === "playing", "does not go on");
  });

  it("goes on when the page's promise fails", async () => {
    await playing((event) => event.waitUntil(Promise.reject(new Error("no ad"))));
    await pick(/three/i);
    await mounted.until(({ episode, stage }) => episode === "e3" && stage === "playing", "does not go on");
  });

  it("is not asked for at a lock, nor when the page itself moves", async () => {
    let asked = 0;
    await playing(() => {
      asked += 1;
    });
    mounted.element.goTo("e3");
    mounted.element.goTo("e1");
    mounted.element.next();
    equal(asked, 0);
  });
});
