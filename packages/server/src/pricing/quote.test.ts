import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { createKeyring, generateKeySet } from "../keys.js";
import { digestEpisodes, QUOTE_SECONDS, selectQuotedPrice, signQuote, verifyQuote } from "./quote.js";

const NOW = Date.parse("2027-01-10T18:00:00Z");
const PRICES = {
  viewer: 7,
  series: "lantern",
  priceList: "2026-11",
  episode: 90,
  overrides: { e09: 120 },
  rest: { amount: 216, digest: "x" },
};

describe("signQuote", () => {
  const keys = createKeyring(generateKeySet());
  const use = { viewer: 7, series: "lantern", now: NOW };

  it("comes back with its prices until its end, and as expired from then on", async () => {
    const quote = await signQuote(keys, PRICES, NOW);
    assert.equal(quote.expiresAt, "2027-01-10T18:10:00.000Z");
    assert.deepEqual(await verifyQuote(keys, quote.value, use), { status: "valid", prices: PRICES });
    const end = NOW + QUOTE_SECONDS * 1000;
    assert.equal((await verifyQuote(keys, quote.value, { ...use, now: end - 1 })).status, "valid");
    assert.equal((await verifyQuote(keys, quote.value, { ...use, now: end })).status, "expired");
  });

  it("is refused for another viewer, another series, other keys, and when a character changed", async () => {
    const { value } = await signQuote(keys, PRICES, NOW);
    const other = createKeyring(generateKeySet());
    assert.equal((await verifyQuote(keys, value, { ...use, viewer: 8 })).status, "foreign");
    assert.equal((await verifyQuote(keys, value, { ...use, series: "harbour" })).status, "refused");
    assert.equal((await verifyQuote(other, value, use)).status, "refused");
    for (let index = 0; index < value.length - 1; index += 7) {
      const changed = `${value.slice(0, index)}${value[index] === "A" ? "B" : "A"}${value.slice(index + 1)}`;
      assert.equal((await verifyQuote(keys, changed, use)).status, "refused", changed);
    }
    for (const junk of ["", ".", "..", "...", "a.k1.b", "é.k1.b", `${value}.x`])
      assert.equal((await verifyQuote(keys, junk, use)).status, "refused", junk);
  });
});

describe("selectQuotedPrice", () => {
  it("knows exceptions, and nothing of the prototype", () => {
    assert.equal(selectQuotedPrice(PRICES, "e09"), 120);
    assert.equal(selectQuotedPrice(PRICES, "e04"), 90);
    assert.equal(selectQuotedPrice(PRICES, "constructor"), 90);
  });
});

describe("digestEpisodes", () => {
  it("names a set, whatever its order", async () => {
    assert.equal(await digestEpisodes(["e05", "e04"]), await digestEpisodes(["e04", "e05"]));
    assert.notEqual(await digestEpisodes(["e04"]), await digestEpisodes(["e04", "e05"]));
  });
});
