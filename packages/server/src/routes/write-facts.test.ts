import assert from "node:assert/strict";
import { describe, it } from "node:test";
import type { Access, Offer } from "@micro-drama/protocol";
import { createDescription } from "../access/describe-access.js";
import { parsePriceList } from "../pricing/parse-price-list.js";
import { createFixtureCatalogue } from "../testing/fixture-series.js";
import { writeFacts } from "./write-facts.js";

describe("writeFacts", () => {
  const catalogue = createFixtureCatalogue("lantern");
  const prices = parsePriceList({
    version: "x",
    currency: "COIN",
    series: { "*": { episode: 90, bundle: { rest: { discountPercent: 20 } }, overrides: { e06: 10 } } },
  });
  const holdings = {
    rev: 2,
    paid: 1,
    filmsSeen: 0,
    bonus: 2,
    unlocks: [{ episode: "e05", via: "coins" as const }],
  };
  const ids = [...catalogue.episodes.map(({ id }) => id), "nowhere"];

  it("says every item as JSON.stringify does, for a viewer and for nobody", () => {
    for (const held of [holdings, undefined]) {
      const items = ids.map(createDescription(prices, catalogue, held));
      assert.ok(items.some((item) => "offers" in item && item.offers.length === 2));
      for (const facts of [
        { items, ttlMs: 5 },
        { items, wallet: { balances: [], rev: 1 }, ttlMs: 5 },
      ])
        assert.equal(writeFacts(facts), JSON.stringify(facts));
    }
  });

  it("keeps words that JSON has to escape", () => {
    const offers: readonly Offer[] = [{ id: "a", kind: "code", label: '"\u2028</script>\\' }];
    const items: readonly Access[] = [
      { ref: { series: "s", episode: "e" }, state: "locked", offers },
      { ref: { series: "s", episode: "f" }, state: "locked", offers },
    ];
    assert.deepEqual(JSON.parse(writeFacts({ items, ttlMs: 1 })), { items, ttlMs: 1 });
  });
});
