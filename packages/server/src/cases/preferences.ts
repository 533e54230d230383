import assert from "node:assert/strict";
import { describe, it } from "node:test";
import type { Preferences } from "@micro-drama/protocol";
import type { TestPlatform } from "../testing/test-platform.js";
import { createGuest, send, type Visitor } from "../testing/visitor.js";

/** What a viewer chose, and that it binds purchases without a press. */
export function preferenceCases(platform: () => TestPlatform): void {
  const put = (visitor: Visitor, body: unknown) =>
    visitor.request<Preferences>("/preferences", {
      method: "PUT",
      headers: { "content-type": "application/json" },
      body: JSON.stringify(body),
    });

  describe("preferences", () => {
    it("are nothing at first, then what was chosen last, each viewer's own", async () => {
      const [guest, other] = [await createGuest(platform()), await createGuest(platform())];
      assert.deepEqual((await guest.request("/preferences")).body, { autoUnlock: null });
      const autoUnlock = { maxPerEpisode: 100, maxPerVisit: 300 };
      assert.deepEqual((await put(guest, { autoUnlock })).body, { autoUnlock });
      assert.deepEqual((await guest.request("/preferences")).body, { autoUnlock });
      assert.deepEqual((await other.request("/preferences")).body, { autoUnlock: null });
      assert.deepEqual((await put(guest, { autoUnlock: null })).body, { autoUnlock: null });
      for (const odd of [{ autoUnlock: { maxPerEpisode: -1, maxPerVisit: 1 } }, { autoUnlock: 5 }, []])
        assert.equal((await put(guest, odd)).status, 400, JSON.stringify(odd));
    });

    it("let nothing be bought without a press that was not allowed, or that costs more", async () => {
      const guest = await createGuest(platform());
      const automatic = (episode: string) => guest.unlock(episode, { isAutomatic: true });
      assert.deepEqual([(await automatic("e04")).body.code, await guest.coins()], ["limit-reached", 300]);
      await put(guest, { autoUnlock: { maxPerEpisode: 89, maxPerVisit: 1000 } });
      assert.equal((await automatic("e04")).status, 403);
      await put(guest, { autoUnlock: { maxPerEpisode: 90, maxPerVisit: 1000 } });
      assert.equal((await automatic("e04")).body.charged?.amount, 90);
      assert.equal((await automatic("e05")).body.charged?.amount, 90);
      await put(guest, { autoUnlock: null });
      assert.equal((await automatic("e06")).status, 403);
      assert.equal((await guest.unlock("e06")).status, 200);
    });

    it("can be put from other origins", async () => {
      const { headers } = await send(platform(), "/preferences", { method: "OPTIONS" });
      assert.match(headers.get("access-control-allow-methods") ?? "", /PUT/);
    });
  });
}
