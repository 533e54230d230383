import type { Access, AdOffer, CoinsOffer, EntitlementAdapter, EpisodeRef } from "@micro-drama/protocol";
import { equal, ok } from "../media/testing/assert.js";
import type { MediaServer } from "../media/testing/media-server.js";
import { until } from "../media/testing/stage.js";
import { type Mounted, mount } from "./testing/mount.js";

const COINS: CoinsOffer = { id: "one", kind: "coins", price: { amount: 90, currency: "COIN" } };
const FILM: AdOffer = { id: "film", kind: "ad", network: "own", leftToday: 1 };

/** A platform with a purse, a rule and a film, that writes down what the player tells it. */
function createPlatform(rule: { maxPerEpisode: number; maxPerVisit: number } | null) {
  const told = { unlocks: [] as (string | boolean)[], watched: [] as number[], causes: [] as string[] };
  const platform = { told, server: undefined as MediaServer | undefined, declines: false };
  const granted = (ref: EpisodeRef): Access => ({
    ...{ ref, state: "granted", via: "coins" },
    playback: {
      ...{ url: (platform.server as MediaServer).url("fmp4/main.m3u8"), type: "hls", captions: [] },
      ...{ session: "x", expiresAt: new Date(Date.now() + 600_000).toISOString() },
    },
  });
  const adapter: EntitlementAdapter = {
    metadata: { name: `platform-${Math.random()}`, version: "1" },
    async check(refs, { cause }) {
      told.causes.push(cause);
      return {
        items: refs.map((ref) => ({ ref, state: "locked", offers: [COINS, FILM] })),
        serverNow: new Date().toISOString(),
        wallet: { balances: [{ currency: "COIN", paid: 500, bonus: 0 }], rev: 1 },
      };
    },
    async unlock({ refs, isAutomatic, evidence }) {
      told.unlocks.push(evidence?.adSession ?? isAutomatic ?? "pressed");
      if (platform.declines)
        return {
          outcome: "declined",
          reason: "confirmation-required",
          confirmUrl: "https://pay.example/confirm",
        };
      return { outcome: "granted", items: refs.map(granted), charged: COINS.price, already: false };
    },
    preferences: async () => ({ autoUnlock: rule }),
    startAd: async () => ({ id: "seen", network: "own", minSeconds: 0 }),
    watched: async (_ref, { seconds }) => void told.watched.push(seconds),
  };
  return { platform, adapter };
}

describe("<micro-drama> and what the viewer does about locks", () => {
  let mounted: Mounted;
  afterEach(() => mounted.remove());

  async function openGate(rule: Parameters<typeof createPlatform>[0] = null) {
    const { platform, adapter } = createPlatform(rule);
    mounted = await mount({ adapter, attributes: { mode: "page", muted: "", episode: "e2" } });
    platform.server = mounted.server;
    await mounted.until(({ access }) => access === "locked", "no offers");
    return platform;
  }

  it("buys by the viewer's rule after a rest", async () => {
    const { told } = await openGate({ maxPerEpisode: 90, maxPerVisit: 180 });
    await mounted.until(({ access }) => access === "granted", "was not bought");
    equal(told.unlocks, [true]);
  });

  it("reports the seconds that were watched, when the film is left", async () => {
    const { told } = await openGate();
    await mounted.element.unlock(COINS);
    mounted.element.play();
    await mounted.until(({ stage, position }) => stage === "playing" && position > 2.2, "does not play");
    mounted.element.pause();
    await until(() => told.watched.length > 0);
    ok((told.watched[0] ?? 0) >= 1 && (told.watched[0] ?? 9) <= 8, `${told.watched} s`);
  });

  it("shows the page's film, also when the page says so late", async () => {
    const { told } = await openGate();
    let shown = "";
    mounted.element.ads = {
      show: async ({ id }) => {
        shown = id;
        return "completed";
      },
    };
    equal((await mounted.element.unlock(FILM)).name, "granted");
    equal(shown, "seen");
    equal(told.unlocks, ["seen"]);
  });

  it("asks as a viewer who may have confirmed when the page is seen again", async () => {
    const platform = await openGate();
    platform.declines = true;
    const state = await mounted.element.unlock(COINS);
    equal(state.name === "locked" && state.decline?.confirmUrl, "https://pay.example/confirm");
    document.dispatchEvent(new Event("visibilitychange"));
    await until(() => platform.told.causes.includes("viewer"));
  });
});
