import assert from "node:assert/strict";
import { randomUUID } from "node:crypto";
import { describe, it } from "node:test";
import type { TestPlatform } from "../testing/test-platform.js";
import { createGuest } from "../testing/visitor.js";

function times<T>(count: number, make: (index: number) => Promise<T>): Promise<T[]> {
  return Promise.all(Array.from({ length: count }, (_, index) => make(index)));
}

/** C20–C25: whatever races, a viewer pays once. */
export function concurrencyCases(platform: () => TestPlatform): void {
  describe("at the same moment", () => {
    it("one key a hundred times: one charge, one answer", async () => {
      const guest = await createGuest(platform());
      const key = randomUUID();
      const answers = await times(100, () => guest.unlock("e04", { key }));
      assert.equal(new Set(answers.map(({ text }) => text)).size, 1);
      assert.equal(answers.filter(({ headers }) => !headers.has("idempotency-replayed")).length, 1);
      assert.equal(await guest.coins(), 210);
    });

    it("a hundred keys for one episode: all granted, one charge", async () => {
      const guest = await createGuest(platform());
      const answers = await times(100, () => guest.unlock("e04"));
      assert.ok(answers.every(({ status }) => status === 200));
      assert.equal(answers.filter(({ body }) => body.charged !== null).length, 1);
      assert.equal(await guest.coins(), 210);
    });

    it("two episodes and coins for one: exactly one", async () => {
      platform().setPrices({ version: "list-1", guest: { bonus: 90 } });
      const guest = await createGuest(platform());
      platform().setPrices({ version: "list-1" });
      const answers = await Promise.all([guest.unlock("e04"), guest.unlock("e05")]);
      assert.deepEqual(answers.map(({ status }) => status).sort(), [200, 402]);
      assert.equal(await guest.coins(), 0);
    });

    it("the rest and one of it: no episode paid twice", async () => {
      const guest = await createGuest(platform());
      await guest.topUp();
      const rest = ["e04", "e05", "e06", "e07", "e08", "e09"];
      const answers = await Promise.all([
        guest.unlock(rest, { offerId: "rest" }),
        ...rest.map((episode) => guest.unlock(episode)),
        guest.unlock(rest, { offerId: "rest" }),
      ]);
      const charged = answers.reduce((sum, { body }) => sum + (body.charged?.amount ?? 0), 0);
      assert.equal(await guest.coins(), 800 - charged);
      const { body } = await guest.check(`episodes=${rest}`);
      const granted = body.items.filter(({ state }) => state === "granted").length;
      assert.equal(granted, 6);
      assert.ok(charged >= 432 && charged <= 540, String(charged));
    });

    it("one top-up key twenty times: added once", async () => {
      const guest = await createGuest(platform());
      const key = randomUUID();
      await times(20, () => guest.topUp(key));
      assert.equal(await guest.coins(), 800);
    });

    it("leaves a ledger that proves itself, after all of this file", async () => {
      const { journals, ...faults } = await platform().store.proof();
      assert.ok(journals > 50);
      assert.ok(Object.keys(faults).length >= 9);
      for (const [name, count] of Object.entries(faults)) assert.equal(count, 0, name);
    });
  });
}
