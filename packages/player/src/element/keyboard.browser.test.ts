import type { EntitlementAdapter } from "@micro-drama/protocol";
import { sendKeys } from "@web/test-runner-commands";
import { equal, ok } from "../media/testing/assert.js";
import { type Mounted, mount } from "./testing/mount.js";

const COINS = { id: "one", kind: "coins", price: { amount: 90, currency: "COIN" } } as const;

/** More than any sheet has controls. */
const MOST_TABS = 40;

/** A platform that grants every unlock. */
function createShop(film: () => string): EntitlementAdapter {
  return {
    metadata: { name: `keyboard-${Math.random()}`, version: "1" },
    check: async (refs) => ({
      items: refs.map((ref) => ({ ref, state: "locked", offers: [COINS] })),
      serverNow: new Date().toISOString(),
    }),
    unlock: async ({ refs }) => ({
      outcome: "granted",
      items: refs.map((ref) => ({
        ref,
        state: "granted",
        via: "coins",
        playback: { url: film(), type: "hls", session: "x", captions: [] },
      })),
      charged: COINS.price,
      already: false,
    }),
  };
}

describe("<micro-drama> with keys alone", () => {
  let mounted: Mounted;
  const frame = () => new Promise((resolve) => requestAnimationFrame(resolve));
  const press = (key: string) => sendKeys({ press: key });
  const focused = (): Element | null => mounted.element.shadowRoot?.activeElement ?? null;
  const partOf = (element: Element | null): string =>
    element?.getAttribute("part") ?? element?.localName ?? "";

  beforeEach(async () => {
    const adapter = createShop(() => mounted.server.url("ts/main.m3u8"));
    mounted = await mount({ adapter, attributes: { muted: "" } });
    const before = document.createElement("button");
    before.textContent = "the page before";
    mounted.element.before(before);
    before.focus();
  });
  afterEach(() => {
    document.querySelector("button")?.remove();
    mounted.remove();
  });

  /** Presses Tab until the focus is on a part; answers every part that it came by. */
  async function tabTo(part: string): Promise<readonly string[]> {
    const passed: string[] = [];
    for (let presses = 0; presses < MOST_TABS; presses += 1) {
      await press("Tab");
      passed.push(partOf(focused()));
      if (passed.at(-1)?.split(" ").includes(part)) return passed;
    }
    throw new Error(`Tab never came to ${part}, but to ${passed.join(", ")}`);
  }

  async function untilFocusIn(part: string): Promise<void> {
    for (let frames = 0; frames < 600; frames += 1) {
      if (focused()?.closest(`[part~="${part}"]`)) return;
      await frame();
    }
    throw new Error(`the focus is in "${partOf(focused())}" and not in ${part}`);
  }

  async function open(): Promise<void> {
    await tabTo("card");
    await press("Enter");
    await mounted.until(({ mode, position }) => mode === "immersive" && position > 0, "it does not play");
  }

  it("opens, goes round its controls in order without leaving, and closes back to where it was", async () => {
    await open();
    const passed = await tabTo("share-button");
    ok(!passed.includes(""), `the focus left the player: ${passed}`);
    const places = ["mute-button", "episodes-button", "share-button"].map((part) =>
      passed.findIndex((at) => at.includes(part)),
    );
    equal(
      places,
      [...places].sort((one, other) => one - other),
    );
    await press("Escape");
    await mounted.until(({ mode }) => mode === "inline", "it does not close");
    await untilFocusIn("card");
  });

  it("pauses, plays on and switches the sound", async () => {
    await open();
    await press("k");
    await mounted.until(({ stage }) => stage === "paused", "it does not pause");
    const { muted } = mounted.element.state;
    await press("m");
    await mounted.until((state) => state.muted !== muted, "the sound does not change");
    await press("k");
    await mounted.until(({ stage }) => stage === "playing", "it does not play on");
  });

  it("minds a key that was pressed before the first frame, when the code for keys is not there yet", async () => {
    await mounted.server.break({ match: "m4s$", delayMs: 600 });
    await tabTo("card");
    await press("Enter");
    await mounted.until(({ mode }) => mode === "immersive", "it does not open");
    await press("m");
    ok(!mounted.events.includes("drama-first-frame"), "the key came too late to be early");
    await mounted.until(({ muted }) => !muted, "the key is lost");
  });

  it("gives the focus to the list of episodes, and back to its button", async () => {
    await open();
    // The film is short: its end would bring the next episode, and the lock.
    await press("k");
    await tabTo("episodes-button");
    await press("Enter");
    await untilFocusIn("panel");
    const passed = await tabTo("panel-close-button");
    ok(!passed.some((part) => part.includes("mute-button")), `the focus went behind the sheet: ${passed}`);
    await press("Escape");
    await untilFocusIn("episodes-button");
    equal(mounted.element.state.mode, "immersive");
  });

  it("comes to a lock, leaves it with Escape, returns, unlocks and plays", async () => {
    await open();
    await press("ArrowDown");
    await mounted.until(({ number, access }) => number === 2 && access === "locked", "no lock");
    await untilFocusIn("gate");
    await press("Escape");
    await mounted.until(({ number }) => number === 1, "it does not go back");
    await press("ArrowDown");
    await mounted.until(({ number, stage }) => number === 2 && stage === "gate", "no lock again");
    await untilFocusIn("gate");
    const passed = await tabTo("unlock-button");
    ok(!passed.some((part) => /mute|card/.test(part)), `the focus went behind the sheet: ${passed}`);
    while (focused()?.getAttribute("aria-disabled") === "true") await frame();
    await press("Enter");
    await mounted.until(
      ({ access, stage }) => access === "granted" && stage === "playing",
      "it does not play",
    );
  });
});
