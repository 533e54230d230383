import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { EPOCH } from "../testing/fake-backend.js";
import { settle } from "../testing/fake-platform.js";
import { openVisit } from "../testing/visit.js";
import { createStaticAdapter, type StaticAdapterOptions } from "./create-static-adapter.js";

const HOUR_MS = 3600 * 1000;
const SOURCE = { type: "hls", url: "https://m.example/e03.m3u8" } as const;
const at = (hours: number) => new Date(EPOCH + hours * HOUR_MS).toISOString();
const ref = (episode: string, series = "lantern") => ({ series, episode });

async function open(options: StaticAdapterOptions, episodes: readonly string[] = ["e01", "e02", "e03"]) {
  const visit = openVisit(createStaticAdapter(options));
  await visit.entitlements.check(
    episodes.map((id) => ref(id)),
    { cause: "init", playbackFor: episodes },
  );
  return { ...visit, state: (episode: string) => visit.entitlements.stateOf(ref(episode)) };
}

describe("createStaticAdapter", () => {
  it("grants a list of free episodes and locks the others without offers", async () => {
    const { state } = await open({ free: ["e01", "e02"] });
    assert.deepEqual(state("e01"), { name: "granted", via: "free" });
    assert.deepEqual(state("e03"), { name: "locked", offers: [] });
  });

  it("grants the others when the source of one cannot be named", async () => {
    const { entitlements, state } = await open({
      free: ["e01", "e02"],
      sources: ({ episode }) => {
        if (episode === "e02") throw new Error("no");
        return SOURCE;
      },
    });
    assert.deepEqual([state("e01").name, state("e02").name], ["granted", "granted"]);
    assert.equal((await entitlements.playback(ref("e01"))).url, SOURCE.url);
    await assert.rejects(entitlements.playback(ref("e02")));
  });

  it("keeps the lists of several series apart", async () => {
    const { entitlements, state } = await open({ free: { lantern: ["e01"], harbour: ["e02"] } });
    await entitlements.check([ref("e01", "harbour"), ref("e02", "harbour")], { cause: "init" });
    assert.equal(state("e01").name, "granted");
    assert.equal(state("e02").name, "locked");
    assert.equal(entitlements.stateOf(ref("e01", "harbour")).name, "locked");
    assert.equal(entitlements.stateOf(ref("e02", "harbour")).name, "granted");
  });

  it("offers to wait for a window, opens with it, and brings the source only then", async () => {
    const { entitlements, platform, state } = await open({
      windows: [{ episodes: ["e03"], from: at(1) }],
      sources: { e03: SOURCE },
    });
    const before = state("e03");
    assert.deepEqual(before, {
      name: "locked",
      offers: [{ id: "window", kind: "wait", availableAt: at(1) }],
    });
    assert.doesNotMatch(JSON.stringify([...entitlements.snapshot.states]), /m3u8/);
    assert.ok(before.name === "locked" && before.offers[0]);
    const early = await entitlements.unlock(ref("e03"), before.offers[0]);
    assert.deepEqual(early.name === "locked" && early.decline, { reason: "not-yet", availableAt: at(1) });
    await platform.advance(HOUR_MS);
    const open_ = await entitlements.unlock(ref("e03"), before.offers[0]);
    assert.equal(open_.name === "granted" && open_.via, "free");
    await settle();
    assert.equal((await entitlements.playback(ref("e03"))).url, SOURCE.url);
  });

  it("closes an open window at its end, and names the next one", async () => {
    const { platform, state } = await open({
      windows: [
        { episodes: ["e03"], from: at(-1), until: at(1) },
        { episodes: ["e03"], from: at(5) },
        { episodes: ["e03"], from: at(3), series: "lantern" },
        { episodes: ["e03"], from: at(2), series: "harbour" },
      ],
    });
    const before = state("e03");
    assert.equal(before.name === "granted" && before.until, at(1));
    await platform.advance(HOUR_MS);
    assert.deepEqual(state("e03"), {
      name: "locked",
      offers: [{ id: "window", kind: "wait", availableAt: at(3) }],
    });
  });

  it("takes the longest of several open windows", async () => {
    const windows = [
      { episodes: ["e03"], until: at(1) },
      { episodes: ["e03"], until: at(9) },
      { episodes: ["e03"], until: at(2) },
    ];
    const { state } = await open({ windows });
    const open_ = state("e03");
    assert.equal(open_.name === "granted" && open_.until, at(9));
  });

  it("asks a function for the source of open episodes only", async () => {
    const asked: string[] = [];
    const sources = async ({ episode }: { readonly episode: string }) => {
      asked.push(episode);
      return SOURCE;
    };
    const { entitlements, state } = await open({ free: ["e01"], sources });
    assert.deepEqual(asked, ["e01"]);
    const open_ = state("e01");
    assert.equal(open_.name === "granted" && open_.playback?.url, SOURCE.url);
    await assert.rejects(entitlements.playback(ref("e03")), { code: "forbidden" });
  });

  it("says what is missing when an open episode has no source", async () => {
    const { entitlements } = await open({ free: ["e01"] });
    await assert.rejects(entitlements.playback(ref("e01")), { code: "not-found", message: /lantern\/e01/ });
  });

  it("grants what the page opened itself, and goes on granting it", async () => {
    const { entitlements, state } = await open({ sources: { "lantern/e03": SOURCE } });
    const settled = await entitlements.settleByHost(ref("e03"), { outcome: "granted" });
    assert.equal(settled.name === "granted" && settled.via, "host");
    assert.equal(settled.name === "granted" && settled.playback?.url, SOURCE.url);
    await entitlements.check([ref("e03")], { cause: "visible", force: true });
    assert.equal(state("e03").name, "granted");
  });

  it("declines offers that it never made", async () => {
    const { entitlements } = await open({});
    const state = await entitlements.unlock(ref("e03"), { id: "gift", kind: "code" });
    assert.equal(state.name === "locked" && state.decline?.reason, "offer-gone");
  });

  describe("with the clock of the page's server", () => {
    const windows = [{ episodes: ["e07"], from: "2027-01-10T20:00:00Z" }];
    const openWith = async (date: string | undefined) => {
      const asked: string[] = [];
      const answer = async (url: unknown) => {
        asked.push(String(url));
        return new Response(null, { headers: date === undefined ? {} : { date } });
      };
      const adapter = createStaticAdapter({ free: ["e01"], windows, clockUrl: "/clock" });
      const visit = openVisit(adapter, { fetch: answer as typeof fetch });
      const refs = ["e01", "e07"].map((id) => ref(id));
      await visit.entitlements.check(refs, { cause: "init" });
      return { ...visit, asked };
    };

    it("opens a window whose time has come there, whatever the device's clock says", async () => {
      const { entitlements, asked } = await openWith("Sun, 10 Jan 2027 20:00:00 GMT");
      assert.equal(entitlements.stateOf(ref("e07")).name, "granted");
      assert.deepEqual(asked, ["/clock"]);
      assert.ok(Math.abs(entitlements.serverNow() - Date.parse("2027-01-10T20:00:00Z")) < 60_000);
    });

    it("keeps it closed before", async () => {
      const { entitlements } = await openWith("Sun, 10 Jan 2027 19:59:00 GMT");
      assert.equal(entitlements.stateOf(ref("e07")).name, "locked");
    });

    it("opens nothing timed while the clock cannot be read, and plays what is free", async () => {
      const { entitlements } = await openWith(undefined);
      assert.equal(entitlements.stateOf(ref("e07")).name, "failed");
      assert.equal(entitlements.stateOf(ref("e01")).name, "granted");
    });
  });
});
