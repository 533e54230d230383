import type { Access, EntitlementAdapter, EpisodeRef, UnlockResult } from "@micro-drama/protocol";
import { equal, ok } from "../media/testing/assert.js";
import type { MediaServer } from "../media/testing/media-server.js";
import { GATE_DELAY_MS } from "./gate-arming.js";
import { type Mounted, mount } from "./testing/mount.js";

const COINS = { id: "one", kind: "coins", price: { amount: 90, currency: "COIN" } } as const;

/** A platform that sells every episode for 90 coins and writes down who asked. */
function createShop(film: (server: MediaServer) => string) {
  const shop = {
    unlocks: [] as string[],
    server: undefined as MediaServer | undefined,
    answer: undefined as UnlockResult | undefined,
  };
  const granted = (ref: EpisodeRef): Access => ({
    ref,
    state: "granted",
    via: "coins",
    playback: { url: film(shop.server as MediaServer), type: "hls", session: "x", captions: [] },
  });
  const adapter: EntitlementAdapter = {
    metadata: { name: `shop-${Math.random()}`, version: "1" },
    check: async (refs) => ({
      items: refs.map((ref) => ({ ref, state: "locked", offers: [COINS] })),
      serverNow: new Date().toISOString(),
    }),
    unlock: async ({ refs }, { idempotencyKey }) => {
      shop.unlocks.push(idempotencyKey);
      return (
        shop.answer ?? { outcome: "granted", items: refs.map(granted), charged: COINS.price, already: false }
      );
    },
  };
  return { shop, adapter };
}

describe("<micro-drama> at a lock", () => {
  let mounted: Mounted;
  afterEach(() => mounted.remove());

  async function openGate(film = (server: MediaServer) => server.url("ts/main.m3u8")) {
    const { shop, adapter } = createShop(film);
    mounted = await mount({ adapter, attributes: { mode: "page" } });
    shop.server = mounted.server;
    mounted.element.goTo("e2");
    await mounted.until(({ access }) => access === "locked", "no offers");
    return shop;
  }

  it("takes no purchase before the sheet was seen for half a second", async () => {
    let opened = 0;
    // The page is busy just then, for longer than the delay: nobody can have seen the sheet before that is over.
    const beBusy = (): void => {
      const end = performance.now() + GATE_DELAY_MS + 100;
      do opened = performance.now();
      while (opened < end);
    };
    addEventListener("drama-gate-open", beBusy, { once: true });
    const shop = await openGate();
    const buy = await mounted.button(/unlock/i);
    // A script's click is untrusted and never buys; `unlock()` is the page's own way. The sheet must refuse both ways.
    buy.click();
    equal(shop.unlocks.length, 0);
    const armed = async (): Promise<boolean> =>
      (await mounted.button(/unlock/i)).getAttribute("aria-disabled") !== "true";
    while (!(await armed())) await new Promise((resolve) => requestAnimationFrame(resolve));
    ok(performance.now() - opened >= GATE_DELAY_MS, "was armed too early");
    (await mounted.button(/unlock/i)).click();
    equal(shop.unlocks.length, 0, "an untrusted click bought:");
  });

  it("opens, tells the page, and plays what the grant brought", async () => {
    const shop = await openGate();
    const result = await mounted.element.unlock(COINS);
    equal(result.name, "granted");
    equal(shop.unlocks.length, 1);
    await mounted.until(({ stage, episode }) => stage === "playing" && episode === "e2", "does not play");
    ok(mounted.events.includes("drama-unlock-success"), `told ${mounted.events}`);
    ok((await mounted.server.requests(/\/ts\//)).length > 0, "other media was loaded");
  });

  it("asks for no byte and shows no URL of locked media before the grant", async () => {
    await openGate();
    equal((await mounted.server.requests(/\/ts\//)).length, 0);
    const shown = `${mounted.element.shadowRoot?.innerHTML}${JSON.stringify(mounted.element.state)}`;
    ok(!shown.includes("ts/main"), "the URL is in the page");
  });

  it("asks for no byte of locked media when a script pretends that it was bought", async () => {
    const { element } = await openGate().then(() => mounted);
    const granted = { access: "granted", stage: "playing", unlock: { name: "granted" } };
    for (const target of [element, element.state] as object[]) {
      for (const [key, value] of Object.entries(granted)) Reflect.set(target, key, value);
    }
    for (const name of ["drama-unlock-success", "drama-gate-close", "drama-episode-change"])
      element.dispatchEvent(new CustomEvent(name, { detail: { episode: "e2", state: granted } }));
    for (const storage of [localStorage, sessionStorage])
      for (const key of Object.keys(storage)) storage.setItem(key, JSON.stringify({ e2: granted }));
    element.play();
    element.goTo("e1");
    await mounted.until(({ episode }) => episode === "e1", "does not go back");
    element.goTo("e2");
    await mounted.until(({ access, stage }) => access === "locked" && stage === "gate", "the sheet is gone");
    equal((await mounted.server.requests(/\/ts\//)).length, 0);
    const videos = [...(element.shadowRoot?.querySelectorAll("video") ?? [])];
    ok(!videos.some(({ currentSrc }) => currentSrc.includes("/ts/")), "has an address of locked media");
  });

  it("charges once for a double click", async () => {
    const shop = await openGate();
    await Promise.all([mounted.element.unlock(COINS), mounted.element.unlock(COINS)]);
    equal(new Set(shop.unlocks).size, 1);
  });

  it("keeps the episode shut, with the reason, when the platform declines", async () => {
    const shop = await openGate();
    shop.answer = { outcome: "declined", reason: "insufficient-funds" };
    await mounted.element.unlock(COINS);
    equal(mounted.element.state.stage, "gate");
    ok(mounted.events.includes("drama-unlock-failure"), `told ${mounted.events}`);
  });

  it("returns from the gate to the last episode that may play", async () => {
    await openGate();
    (await mounted.button(/back to/i)).click();
    await mounted.until(({ episode, stage }) => episode === "e1" && stage === "playing", "does not go back");
  });

  it("lets the page's own listener decide, and stays shut when its promise rejects", async () => {
    mounted = await mount({ attributes: { mode: "page" } });
    const { element, server } = mounted;
    element.goTo("e2");
    await mounted.until(({ access }) => access === "locked", "no offers");
    const offer = { id: "page", kind: "custom", action: { type: "host" } } as const;
    element.addEventListener(
      "drama-unlock-request",
      (event) => event.respondWith(Promise.reject(new Error("no"))),
      {
        once: true,
      },
    );
    await element.unlock(offer);
    equal(element.state.stage, "gate");
    element.addEventListener(
      "drama-unlock-request",
      (event) =>
        event.respondWith({
          outcome: "granted",
          playback: { url: server.url("demuxed/main.m3u8"), type: "hls", session: "", captions: [] },
        }),
      { once: true },
    );
    await element.unlock(offer);
    await mounted.until(({ stage }) => stage === "playing", "does not play");
  });
});
