import assert from "node:assert/strict";
import { after, before, describe, it } from "node:test";
import { createEntitlements, createMemoryStorage } from "@micro-drama/sdk";
import { createHttpAdapter } from "@micro-drama/sdk/http";
import { createHandler, createKeyring, generateKeySet, parsePriceList } from "@micro-drama/server";
import { openPGlite } from "@micro-drama/server/node";

// The SDK's http adapter against the reference server, both as published, with nothing but a Request between them.

const ENDPOINT = "https://api.example";
const PRICES = {
  version: "list-1",
  currency: "COIN",
  guest: { bonus: 100 },
  member: { bonus: 0 },
  series: { "*": { episode: 40, bundle: { rest: { discountPercent: 20 } }, waitSeconds: 10_800 } },
  topups: [{ id: "demo-500", coins: 500, demo: true }],
};
const asset = (number) => ({
  id: number.toString(16).padStart(32, "a7c3"),
  type: "mp4",
  url: "film.mp4",
  captions: [],
});
const episode = (number, access) => ({
  id: `e${number}`,
  number,
  title: `Part ${number}`,
  duration: 60,
  access,
  ...(access === "locked" && { asset: asset(number) }),
});
const CATALOGUE = {
  version: 1,
  id: "lantern",
  title: "Lantern",
  lang: "en",
  rightsHolder: "studio",
  episodes: [episode(1, "free"), ...[2, 3, 4, 5].map((number) => episode(number, "locked"))],
};
const refs = CATALOGUE.episodes.map(({ id }) => ({ series: "lantern", episode: id }));
const [, e2, e3, e4] = refs;
const coins = (wallet) => wallet?.balances.reduce((sum, { paid, bonus }) => sum + paid + bonus, 0);

describe("the SDK and the server", () => {
  let store;
  let handler;
  const requests = [];
  /** What happens to an answer on its way back; a test may replace it. */
  let carry = (response) => response;

  const fetch = async (url, init) => {
    const request = new Request(url, init);
    requests.push(`${request.method} ${new URL(url).pathname.replace("/drama/v1", "")}`);
    return carry(await handler(request), request);
  };
  const open = (storage = createMemoryStorage(), options = {}) => {
    const entitlements = createEntitlements({
      adapter: createHttpAdapter({ endpoint: ENDPOINT }),
      storage,
      fetch,
      ...options,
    });
    opened.push(entitlements);
    return { entitlements, storage };
  };
  const opened = [];
  const stateName = (entitlements, ref) => entitlements.stateOf(ref).name;
  const offerOf = (entitlements, ref, kind) =>
    entitlements.stateOf(ref).offers.find((offer) => offer.kind === kind);

  before(async () => {
    store = await openPGlite();
    handler = createHandler({
      store,
      catalogues: [CATALOGUE],
      prices: parsePriceList(PRICES),
      keys: createKeyring(generateKeySet()),
      policy: { isAllowedOrigin: () => true, mediaOrigin: () => "https://media.example", isDemo: true },
    });
  });
  after(async () => {
    for (const entitlements of opened) entitlements.close();
    await store.close();
  });

  it("checks, buys, plays, runs out, tops up, buys, and still owns it all after a reload", async () => {
    const { entitlements, storage } = open();
    await entitlements.check(refs, { cause: "init", playbackFor: ["e1", "e2"] });
    assert.equal(stateName(entitlements, refs[0]), "granted");
    assert.equal(stateName(entitlements, e2), "locked");
    assert.equal(coins(entitlements.snapshot.wallet), 100);
    assert.deepEqual(storage.keys(), []);

    requests.length = 0;
    const bought = await entitlements.unlock(e2, offerOf(entitlements, e2, "coins"));
    assert.equal(bought.name, "granted");
    assert.match(bought.playback.url, /^https:\/\/media\.example\/t\//);
    assert.deepEqual(bought.charged, { amount: 40, currency: "COIN" });
    assert.deepEqual(bought.receipt.charged, bought.charged);
    assert.deepEqual(requests, ["POST /unlocks"]);
    assert.equal(coins(entitlements.snapshot.wallet), 60);

    await entitlements.unlock(e3, offerOf(entitlements, e3, "coins"));
    const poor = await entitlements.unlock(e4, offerOf(entitlements, e4, "coins"));
    assert.equal(poor.decline.reason, "insufficient-funds");
    assert.deepEqual(poor.decline.shortfall, { amount: 20, currency: "COIN" });

    const added = await entitlements.topUp(e4, offerOf(entitlements, e4, "topup"));
    assert.equal(added.outcome, "added");
    assert.equal(coins(entitlements.snapshot.wallet), 520);
    assert.equal(entitlements.stateOf(e4).decline, undefined);
    const rich = await entitlements.unlock(e4, offerOf(entitlements, e4, "coins"));
    assert.equal(rich.name, "granted");
    assert.match((await entitlements.playback(e4)).url, /film\.mp4$/);

    const second = open(storage).entitlements;
    await second.check(refs, { cause: "init" });
    for (const ref of [e2, e3, e4]) assert.equal(stateName(second, ref), "granted");
    assert.equal(coins(second.snapshot.wallet), 480);
  });

  it("answers an unchanged question without repeating itself, and still renews the price signature", async () => {
    const { entitlements } = open();
    const statuses = [];
    carry = (response) => {
      statuses.push(response.status);
      return response;
    };
    await entitlements.check(refs, { cause: "init" });
    await entitlements.check(refs, { cause: "visible", force: true });
    carry = (response) => response;
    assert.deepEqual(statuses, [200, 200, 304]);
    assert.equal(stateName(entitlements, e2), "locked");
    assert.equal((await entitlements.unlock(e2, offerOf(entitlements, e2, "coins"))).name, "granted");
  });

  it("charges once when answers get lost", async () => {
    const { entitlements } = open();
    await entitlements.check(refs, { cause: "init" });
    let lost = 0;
    carry = (response, request) => {
      if (!request.url.endsWith("/unlocks") || lost === 2) return response;
      lost += 1;
      throw new TypeError("network error");
    };
    const state = await entitlements.unlock(e2, offerOf(entitlements, e2, "coins"));
    carry = (response) => response;
    assert.equal(lost, 2);
    assert.equal(state.name, "granted");
    assert.deepEqual(state.charged, { amount: 40, currency: "COIN" });
    assert.equal(coins(entitlements.snapshot.wallet), 60);
  });

  it("finds a purchase again that was cut off by a reload", async () => {
    const first = open();
    await first.entitlements.check(refs, { cause: "init" });
    const arrived = new Promise((resolve) => {
      carry = (response, request) => {
        if (!request.url.endsWith("/unlocks")) return response;
        resolve();
        return new Promise(() => {});
      };
    });
    void first.entitlements.unlock(e2, offerOf(first.entitlements, e2, "coins"));
    await arrived;
    first.entitlements.close();
    carry = (response) => response;

    const { entitlements } = open(first.storage);
    const settled = new Promise((resolve) => {
      // The check may find the episode open before the key's own answer brings the receipt.
      entitlements.subscribe(({ states }) => states.get("lantern/e2")?.receipt && resolve());
    });
    await entitlements.check(refs, { cause: "init" });
    await settled;
    assert.equal(coins(entitlements.snapshot.wallet), 60);
    assert.deepEqual(
      first.storage.keys().filter((key) => key.includes("unlock")),
      [],
    );
  });

  it("charges once for an episode that two tabs buy at once", async () => {
    const storage = createMemoryStorage();
    const first = open(storage).entitlements;
    await first.check(refs, { cause: "init" });
    await first.unlock(e2, offerOf(first, e2, "coins"));
    const second = open(storage).entitlements;
    await second.check(refs, { cause: "init" });
    const states = await Promise.all([first, second].map((tab) => tab.unlock(e3, offerOf(tab, e3, "coins"))));
    assert.deepEqual(
      states.map(({ name }) => name),
      ["granted", "granted"],
    );
    await second.check(refs, { cause: "visible", force: true });
    assert.equal(coins(second.snapshot.wallet), 20);
  });

  it("starts a new guest when the platform knows the old one no more", async () => {
    const storage = createMemoryStorage();
    storage.set(
      `micro-drama:1:http:${ENDPOINT}:adapter:guest`,
      JSON.stringify({ viewer: "g_old", refreshToken: "e30.e30.e30" }),
    );
    const { entitlements } = open(storage);
    await entitlements.check(refs, { cause: "init" });
    assert.equal(stateName(entitlements, e2), "locked");
    assert.equal(coins(entitlements.snapshot.wallet), 100);
  });

  it("shows prices to nobody in particular, and asks for a sign-in", async () => {
    const adapter = createHttpAdapter({ endpoint: ENDPOINT, guests: false });
    const { entitlements } = open(undefined, { adapter });
    await entitlements.check(refs, { cause: "init" });
    const state = entitlements.stateOf(e2);
    assert.equal(state.name, "signed-out");
    assert.equal(state.offers[0]?.kind, "coins");
  });
});
