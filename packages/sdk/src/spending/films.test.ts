import assert from "node:assert/strict";
import { describe, it } from "node:test";
import type { EpisodeRef, Offer } from "@micro-drama/protocol";
import type { AdPort } from "../entitlements.js";
import { createMemoryAdapter } from "../memory/index.js";
import { EPOCH } from "../testing/fake-backend.js";
import { createFakePlatform, settle } from "../testing/fake-platform.js";
import { openVisit } from "../testing/visit.js";

const REF: EpisodeRef = { series: "lantern", episode: "e02" };
const FILM_MS = 15_000;

/** A visit to a platform that gives an episode for a film of 15 s, shown by the port under test. */
async function open(show: AdPort["show"] | undefined) {
  const platform = createFakePlatform();
  const adapter = createMemoryAdapter({
    episodes: ["e01", "e02"],
    now: () => EPOCH + platform.monotonicNow(),
    ads: { network: "house", perDay: 1, minSeconds: 15 },
  });
  const visit = openVisit(adapter, { platform, ...(show && { ads: { show } }) });
  await visit.entitlements.check([REF], { cause: "init" });
  const state = visit.entitlements.stateOf(REF);
  const offer = state.name === "locked" ? state.offers.find(({ kind }) => kind === "ad") : undefined;
  const watch = async () => {
    const done = visit.entitlements.unlock(REF, offer as Offer);
    await platform.advance(FILM_MS);
    return done;
  };
  return { ...visit, adapter, platform, watch };
}

const failureOf = (state: object) =>
  (state as { readonly failure?: { readonly code: string } }).failure?.code;

describe("a rewarded film", () => {
  it("opens the episode when it was seen, not before the platform counts it", async () => {
    const shown: string[] = [];
    const { watch } = await open(async ({ network, ref }) => {
      shown.push(`${network} ${ref.episode}`);
      return "completed";
    });
    const state = await watch();
    assert.ok(state.name === "granted" && state.via === "ad");
    assert.deepEqual(shown, ["house e02"]);
  });

  it("is back at the offers when the viewer leaves it, and sends nothing", async () => {
    const { watch, adapter } = await open(async () => "dismissed");
    const state = await watch();
    assert.equal(state.name, "locked");
    assert.equal(failureOf(state), "ad-dismissed");
    assert.equal(adapter.platform.receipts.length, 0);
  });

  for (const [what, show] of Object.entries<AdPort["show"] | undefined>({
    "has no film": async () => "unavailable",
    throws: () => {
      throw new Error("blocked");
    },
    rejects: () => Promise.reject(new Error("blocked")),
    lies: (async () => "certainly") as never,
    "is not there": undefined,
  }))
    it(`opens nothing when the port ${what}`, async () => {
      const state = await (await open(show)).watch();
      assert.equal(state.name, "locked");
      assert.equal(failureOf(state), "ad-unavailable");
    });

  it("ends after ten minutes when the port hangs", async () => {
    const { watch, platform, entitlements } = await open(() => new Promise(() => {}));
    void watch();
    await platform.advance(10 * 60_000);
    assert.equal(failureOf(entitlements.stateOf(REF)), "ad-unavailable");
  });

  it("is told to stop when the viewer becomes somebody else", async () => {
    let stopped: AbortSignal | undefined;
    const { watch, entitlements } = await open((_film, { signal }) => {
      stopped = signal;
      return new Promise(() => {});
    });
    void watch();
    await settle();
    await entitlements.viewerChanged();
    assert.equal(stopped?.aborted, true);
  });
});
