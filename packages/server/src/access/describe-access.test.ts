import assert from "node:assert/strict";
import { describe, it } from "node:test";
import fc from "fast-check";
import { parsePriceList } from "../pricing/parse-price-list.js";
import { sumDiscounted } from "../pricing/price-list.js";
import { createFixtureCatalogue } from "../testing/fixture-series.js";
import { createDescription } from "./describe-access.js";

const CATALOGUE = createFixtureCatalogue("lantern");
const LOCKED = CATALOGUE.episodes.filter(({ access }) => access === "locked");

const holdings = fc.record({
  rev: fc.nat(),
  paid: fc.nat(),
  bonus: fc.nat(),
  filmsSeen: fc.nat(),
  waitSince: fc.constant("2027-01-10T18:00:00.000Z"),
  unlocks: fc
    .subarray(LOCKED)
    .map((owned) => owned.map(({ id }) => ({ episode: id, via: "coins" as const }))),
});
const prices = fc
  .record({ episode: fc.integer({ min: 1, max: 500 }), discountPercent: fc.integer({ min: 0, max: 90 }) })
  .map(({ episode, discountPercent }) => ({
    discountPercent,
    episode,
    list: parsePriceList({
      version: "x",
      currency: "COIN",
      series: { "*": { episode, bundle: { rest: { discountPercent } }, waitSeconds: 60 } },
    }),
  }));

describe("createDescription", () => {
  it("names no asset and no file of it, for any viewer and any price", () => {
    fc.assert(
      fc.property(fc.option(holdings, { nil: undefined }), prices, (held, { list }) => {
        const describeAccess = createDescription(list, CATALOGUE, held);
        const text = JSON.stringify(CATALOGUE.episodes.map(({ id }) => describeAccess(id)));
        for (const { asset } of LOCKED) assert.ok(asset && !text.includes(asset.id));
        assert.ok(!/m3u8|init|vtt|avc1/.test(text));
      }),
    );
  });

  it("grants exactly what is free or owned", () => {
    fc.assert(
      fc.property(holdings, prices, (held, { list }) => {
        const describeAccess = createDescription(list, CATALOGUE, held);
        for (const { id, access } of CATALOGUE.episodes) {
          const isOwned = held.unlocks.some(({ episode }) => episode === id);
          assert.equal(describeAccess(id).state === "granted", access === "free" || isOwned);
        }
      }),
    );
  });

  it("prices the rest as the sum of what is not owned, less the discount", () => {
    fc.assert(
      fc.property(holdings, prices, (held, { list, episode, discountPercent }) => {
        const left = LOCKED.length - held.unlocks.length;
        const describeAccess = createDescription(list, CATALOGUE, held);
        for (const { id } of LOCKED) {
          const item = describeAccess(id);
          if (item.state !== "locked") continue;
          const rest = item.offers.find(({ kind }) => kind === "bundle");
          assert.equal(rest !== undefined, left >= 2);
          if (rest?.kind !== "bundle") continue;
          assert.equal(rest.price.amount, sumDiscounted(Array(left).fill(episode), discountPercent));
          assert.deepEqual([rest.episodes.length, rest.owned], [left, held.unlocks.length]);
        }
      }),
    );
  });

  it("shows previews, and no wait, to somebody whom nobody knows", () => {
    const list = parsePriceList({
      version: "x",
      currency: "COIN",
      series: { "*": { episode: 90, waitSeconds: 60 } },
    });
    const item = createDescription(list, CATALOGUE, undefined)("e04");
    assert.ok(item.state === "signed-out");
    assert.deepEqual(
      item.offers.map(({ kind }) => kind),
      ["coins"],
    );
  });
});
