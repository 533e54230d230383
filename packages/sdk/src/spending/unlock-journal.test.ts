import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { createMemoryStorage } from "../storage.js";
import { createUnlockJournal } from "./unlock-journal.js";

const ref = { series: "lantern", episode: "e07" };
const request = {
  refs: [ref],
  offerId: "coins",
  quote: "signed",
  maxPrice: { amount: 30, currency: "COIN" },
  evidence: { code: "GIFT" },
};
const DAY_MS = 24 * 3600 * 1000;

function open() {
  const storage = createMemoryStorage();
  const clock = { now: 0 };
  return { storage, clock, journal: createUnlockJournal(storage, () => clock.now) };
}

describe("createUnlockJournal", () => {
  it("finds an unlock again after a reload, word for word", () => {
    const { storage, journal } = open();
    const entry = journal.begin(ref, request);
    const reloaded = createUnlockJournal(storage, () => 1000);
    assert.deepEqual(reloaded.find(ref), entry);
    assert.deepEqual(reloaded.ofSeries("lantern"), [entry]);
    assert.deepEqual(reloaded.ofSeries("lant"), []);
  });

  it("makes a random UUID of version 4 without crypto.randomUUID, which plain HTTP lacks", (context) => {
    context.mock.method(crypto, "randomUUID", () => assert.fail("used"));
    const { journal } = open();
    const keys = Array.from({ length: 100 }, () => journal.begin(ref, request).key);
    assert.equal(new Set(keys).size, 100);
    for (const key of keys)
      assert.match(key, /^[\da-f]{8}-[\da-f]{4}-4[\da-f]{3}-[89ab][\da-f]{3}-[\da-f]{12}$/);
  });

  it("forgets an unlock that has ended, but not a later one for the same episode", () => {
    const { journal } = open();
    const first = journal.begin(ref, request);
    const second = journal.begin(ref, request);
    journal.end(first);
    assert.equal(journal.find(ref)?.key, second.key);
    journal.end(second);
    assert.equal(journal.find(ref), undefined);
  });

  it("keeps a key for 30 days", () => {
    const { journal, clock, storage } = open();
    journal.begin(ref, request);
    clock.now = 30 * DAY_MS - 1;
    assert.ok(journal.find(ref));
    clock.now = 30 * DAY_MS;
    assert.equal(journal.find(ref), undefined);
    assert.deepEqual(storage.keys(), []);
  });

  it("drops what it did not write", () => {
    const { journal, storage } = open();
    const { key } = journal.begin(ref, request);
    const good = JSON.parse(storage.get("lantern/e07") ?? "") as object;
    const junk = [
      "",
      "null",
      "7",
      "{",
      '"text"',
      "[]",
      "{}",
      JSON.stringify({ ...good, key: "1" }),
      JSON.stringify({ ...good, at: "yesterday" }),
      JSON.stringify({ ...good, ref: { series: "lantern", episode: "e08" } }),
      JSON.stringify({ ...good, ref: { series: "..", episode: "e07" } }),
      JSON.stringify({ ...good, request: null }),
      JSON.stringify({ ...good, request: { ...request, refs: "e07" } }),
      JSON.stringify({ ...good, request: { ...request, maxPrice: { amount: -1, currency: "COIN" } } }),
    ];
    for (const text of junk) {
      storage.set("lantern/e07", text);
      assert.equal(journal.find(ref), undefined, text);
      assert.deepEqual(storage.keys(), [], text);
    }
    storage.set("lantern/e07", JSON.stringify(good));
    assert.equal(journal.find(ref)?.key, key);
  });
});
