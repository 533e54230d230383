import assert from "node:assert/strict";
import { randomUUID } from "node:crypto";
import { describe, it } from "node:test";
import { GUEST_ISSUER } from "../identity/guest-tokens.js";
import { forgetKeys } from "../ledger/forget-keys.js";
import type { TestPlatform } from "../testing/test-platform.js";
import { createGuest, createVisitor, refreshGuest, type Visitor } from "../testing/visitor.js";

const DAY_SECONDS = 86_400;

/** C36: what a key is worth after days, and after it is forgotten. */
export function keyCases(platform: () => TestPlatform): void {
  const later = async ({ tokens }: Visitor, days: number) => {
    platform().advance(days * DAY_SECONDS);
    await forgetKeys(platform().store, platform().now());
    return createVisitor(platform(), (await refreshGuest(platform(), tokens.refreshToken)).body);
  };

  describe("key", () => {
    it("is answered as before after a day and after 29", async () => {
      const guest = await createGuest(platform());
      const key = randomUUID();
      const first = await guest.unlock("e04", { key });
      for (const days of [1, 28]) {
        const again = await (await later(guest, days)).unlock("e04", { key });
        assert.equal(again.headers.get("idempotency-replayed"), "true");
        assert.deepEqual(again.body.receipt, first.body.receipt);
      }
    });

    it("that is forgotten sells nothing again, not even what was given back meanwhile", async () => {
      const guest = await createGuest(platform());
      const [key, topUpKey] = [randomUUID(), randomUUID()];
      await guest.topUp(topUpKey);
      const { body } = await guest.unlock("e04", { key });
      const viewer = await platform().store.findViewer({
        issuer: GUEST_ISSUER,
        subject: guest.tokens.viewer,
      });
      assert.ok(viewer);
      await platform().backoffice.refund(viewer, {
        receipt: body.receipt?.id ?? "",
        at: new Date(platform().now()).toISOString(),
      });
      const again = await later(guest, 31);
      assert.equal((await again.request(`/unlocks/${key}`)).status, 404);
      const replay = await again.unlock("e04", { key });
      assert.deepEqual([replay.status, replay.body.code], [422, "idempotency-key-reused"]);
      assert.equal((await again.topUp(topUpKey)).status, 422);
      assert.equal(await again.coins(), 800);
    });

    it("that is new finds what an old one bought, and charges nothing", async () => {
      const guest = await createGuest(platform());
      await guest.unlock("e04", { key: randomUUID() });
      const { body } = await (await later(guest, 31)).unlock("e04");
      assert.deepEqual([body.charged, body.already], [null, true]);
    });
  });
}
