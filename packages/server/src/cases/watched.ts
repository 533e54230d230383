import assert from "node:assert/strict";
import { describe, it } from "node:test";
import type { Playback } from "@micro-drama/protocol";
import type { TestPlatform } from "../testing/test-platform.js";
import { createGuest, type Visitor } from "../testing/visitor.js";

/** What a player may say of how long an episode was watched. */
export function watchedCases(platform: () => TestPlatform): void {
  const open = async (visitor: Visitor, episode: string): Promise<Playback> => {
    const [item] = (await visitor.unlock(episode)).body.items;
    assert.ok(item?.state === "granted" && item.playback);
    return item.playback;
  };
  const tell = (visitor: Visitor, episode: string, body: object) =>
    visitor.request<{ seconds?: number; code?: string }>(`/series/lantern/episodes/${episode}/watched`, {
      method: "POST",
      headers: { "content-type": "application/json" },
      body: JSON.stringify(body),
    });

  describe("watched", () => {
    it("grows with what the player says, and never shrinks", async () => {
      const guest = await createGuest(platform());
      const { session, expiresAt = "" } = await open(guest, "e04");
      platform().advance(60);
      const answers = [];
      for (const seconds of [5, 40, 12])
        answers.push(await tell(guest, "e04", { session, expiresAt, seconds }));
      assert.deepEqual(
        answers.map(({ body }) => body.seconds),
        [5, 40, 40],
      );
    });

    it("is never more than the life of the session", async () => {
      const guest = await createGuest(platform());
      const { session, expiresAt = "" } = await open(guest, "e04");
      const { body } = await tell(guest, "e04", { session, expiresAt, seconds: 1_000_000 });
      assert.ok(body.seconds !== undefined && body.seconds <= 750, String(body.seconds));
    });

    it("is believed only of the viewer, the episode and the end that the session was made for", async () => {
      const [guest, other] = await Promise.all([createGuest(platform()), createGuest(platform())]);
      const { session, expiresAt = "" } = await open(guest, "e04");
      const later = new Date(Date.parse(expiresAt) + 150_000).toISOString();
      const refused = [
        await tell(other, "e04", { session, expiresAt, seconds: 1 }),
        await tell(guest, "e05", { session, expiresAt, seconds: 1 }),
        await tell(guest, "nope", { session, expiresAt, seconds: 1 }),
        await tell(guest, "e04", { session, expiresAt: later, seconds: 1 }),
        await tell(guest, "e04", { session, expiresAt: "soon", seconds: 1 }),
        await tell(guest, "e04", { session: "made-up-session-1", expiresAt, seconds: 1 }),
      ];
      for (const { status, body } of refused) assert.deepEqual([status, body.code], [403, "forbidden"]);
      for (const seconds of [-1, 0.5, "9"])
        assert.equal((await tell(guest, "e04", { session, expiresAt, seconds })).status, 400);
    });
  });
}
