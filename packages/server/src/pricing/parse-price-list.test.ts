import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { describe, it } from "node:test";
import { parsePriceList } from "./parse-price-list.js";
import { selectEpisodePrice, selectSeriesPrices, sumDiscounted, toMoney } from "./price-list.js";

const LIST = {
  version: "2026-11",
  currency: "COIN",
  rate: { currency: "USD", coins: 100, amount: 99 },
  guest: { bonus: 300, paid: 0 },
  series: {
    "*": { episode: 90, overrides: {}, bundle: { rest: { discountPercent: 20 } }, waitSeconds: 10_800 },
    lantern: { episode: 60, overrides: { e07: 120 } },
  },
  topups: [{ id: "demo-500", coins: 500, demo: true, label: "Add 500 demo coins" }],
};

describe("parsePriceList", () => {
  it("reads a list", () => {
    const list = parsePriceList(LIST);
    assert.deepEqual(list.guest, { bonus: 300, paid: 0 });
    assert.deepEqual(list.member, { bonus: 0, paid: 0 });
    const lantern = selectSeriesPrices(list, "lantern");
    assert.ok(lantern);
    assert.equal(selectEpisodePrice(lantern, "e07"), 120);
    assert.equal(selectEpisodePrice(lantern, "e08"), 60);
    assert.equal(lantern.restDiscountPercent, undefined);
    assert.equal(selectSeriesPrices(list, "another")?.waitSeconds, 10_800);
    assert.deepEqual(toMoney(list, 90), { amount: 89, currency: "USD" });
  });

  it("reads the terms of films", () => {
    const ads = { network: "house", unit: "sheet", perDay: 5, minSeconds: 15 };
    const list = parsePriceList({
      ...LIST,
      ads,
      series: { "*": { episode: 90, ads: true }, dear: { episode: 90 } },
    });
    assert.deepEqual(list.ads, ads);
    assert.equal(selectSeriesPrices(list, "any")?.ads, true);
    assert.equal(selectSeriesPrices(list, "dear")?.ads, false);
  });

  it("reads the list of the demonstration, in which 300 coins end at the fourth lock", () => {
    const text = readFileSync(new URL("../../../../examples/prices.json", import.meta.url), "utf8");
    const list = parsePriceList(JSON.parse(text));
    const price = selectSeriesPrices(list, "any")?.episode ?? 0;
    assert.equal(Math.floor((list.guest.bonus + list.guest.paid) / price), 3);
  });

  const wrong: readonly [change: object, message: RegExp][] = [
    [{ version: "" }, /^\$\.version: expected an id/],
    [{ currency: "coin" }, /^\$\.currency: /],
    [{ rate: { currency: "USD", coins: 0, amount: 99 } }, /^\$\.rate\.coins: expected a whole number from 1/],
    [{ guest: { bonus: -1 } }, /^\$\.guest\.bonus: /],
    [{ series: [] }, /^\$\.series: expected an object/],
    [{ series: { "*": {} } }, /^\$\.series\.\*\.episode: expected .*, got nothing/],
    [{ series: { "*": { episode: 1.5 } } }, /^\$\.series\.\*\.episode: /],
    [{ series: { "*": { episode: 0 } } }, /^\$\.series\.\*\.episode: /],
    [{ series: { "*": { episode: 9, wait: 5 } } }, /^\$\.series\.\*\.wait: expected no such field/],
    [{ series: { "*": { episode: 9, overrides: { e01: "9" } } } }, /^\$\.series\.\*\.overrides\.e01: /],
    [
      { series: { "*": { episode: 9, bundle: { rest: { discountPercent: 100 } } } } },
      /^\$\.series\.\*\.bundle\.rest\.discountPercent: /,
    ],
    [
      { series: { "*": { episode: 9, bundle: { next: { episodes: 1, discountPercent: 5 } } } } },
      /^\$\.series\.\*\.bundle\.next\.episodes: /,
    ],
    [
      { series: { "*": { episode: 9, bundle: { five: {} } } } },
      /^\$\.series\.\*\.bundle\.five: expected no such field/,
    ],
    [{ topups: [{ id: "wait", coins: 1, demo: true }] }, /^\$\.topups\[0\]\.id: /],
    [{ topups: [{ id: "x", coins: 1 }] }, /^\$\.topups\[0\]\.demo: /],
    [{ series: { "*": { episode: 9, ads: true } } }, /^\$\.series\.\*\.ads: expected false/],
    [{ ads: { network: "house", perDay: 0, minSeconds: 5 } }, /^\$\.ads\.perDay: /],
    [{ ads: { network: "house", perDay: 5 } }, /^\$\.ads\.minSeconds: /],
    [
      { ads: { network: "house", perDay: 5, minSeconds: 5, cap: 1 } },
      /^\$\.ads\.cap: expected no such field/,
    ],
    [{ price: 5 }, /^\$\.price: expected no such field/],
  ];
  for (const [change, message] of wrong)
    it(`refuses ${JSON.stringify(change)}, naming the field`, () => {
      assert.throws(() => parsePriceList({ ...LIST, ...change }), { code: "invalid-data", message });
    });
});

describe("sumDiscounted", () => {
  it("rounds down, in the viewer's favour", () => {
    assert.equal(sumDiscounted([90, 90, 90], 20), 216);
    assert.equal(sumDiscounted([7, 7], 33), 9);
    assert.equal(sumDiscounted([], 20), 0);
  });
});
