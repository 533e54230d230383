import assert from "node:assert/strict";
import { randomUUID } from "node:crypto";
import { afterEach, describe, it } from "node:test";
import { SignJWT } from "jose";
import { PUBLISHER, type TestPlatform } from "../testing/test-platform.js";
import { createVisitor, type Visitor } from "../testing/visitor.js";

/** T8: what the server lets be spent, whatever a page's script presses. */
export function spendingCases(platform: () => TestPlatform): void {
  const seconds = () => Math.floor(platform().now() / 1000);
  /** A reader of the publisher with 500 coins; `claims` of the token differ by log-in. */
  const logIn = async (subject: string, claims: Record<string, string> = {}): Promise<Visitor> => {
    const token = await new SignJWT({ iss: PUBLISHER.name, aud: "micro-drama", sub: subject, ...claims })
      .setProtectedHeader({ alg: "HS256" })
      .setIssuedAt(seconds())
      .setExpirationTime(seconds() + 900)
      .sign(new TextEncoder().encode(PUBLISHER.secret));
    return createVisitor(platform(), { token, viewer: "", expiresAt: "", refreshToken: "" });
  };
  const buyAll = async (visitor: Visitor) => {
    const statuses: number[] = [];
    for (const episode of ["e04", "e05", "e06", "e07", "e08"])
      statuses.push((await visitor.unlock(episode)).status);
    return statuses;
  };

  describe("spending", () => {
    afterEach(() => platform().setPolicy({ spending: {} }));

    it("stops at the cap of a session, says so, and goes on in another one", async () => {
      platform().setPolicy({ spending: { perSession: 200 } });
      const subject = randomUUID();
      const evening = await logIn(subject, { sid: "evening" });
      await evening.topUp();
      assert.deepEqual(await buyAll(evening), [200, 200, 403, 403, 403]);
      const refused = await evening.unlock("e06");
      assert.equal(refused.body.code, "limit-reached");
      assert.equal(await evening.coins(), 320);
      assert.equal((await (await logIn(subject, { sid: "morning" })).unlock("e06")).status, 200);
    });

    it("counts a viewer without sessions by the day", async () => {
      platform().setPolicy({ spending: { perSession: 100 } });
      const subject = randomUUID();
      const reader = await logIn(subject);
      await reader.topUp();
      assert.deepEqual((await buyAll(reader)).slice(0, 2), [200, 403]);
      platform().advance(86_401);
      assert.equal((await (await logIn(subject)).unlock("e05")).status, 200);
    });

    it("stops a script on one publisher's pages, while other pages sell", async () => {
      platform().setPolicy({ spending: { perOrigin: 100 } });
      const reader = await logIn(randomUUID());
      await reader.topUp();
      assert.deepEqual((await buyAll(reader)).slice(0, 2), [200, 403]);
      const elsewhere = await reader.unlock("e05", { headers: { origin: "https://other.example" } });
      assert.equal(elsewhere.status, 200);
    });

    it("lets no race slip under the cap", async () => {
      platform().setPolicy({ spending: { perSession: 200 } });
      const reader = await logIn(randomUUID());
      await reader.topUp();
      const ends = await Promise.all(
        ["e04", "e05", "e06", "e07", "e08"].map((episode) => reader.unlock(episode)),
      );
      assert.deepEqual(ends.map(({ status }) => status).sort(), [200, 200, 403, 403, 403]);
      assert.equal(await reader.coins(), 320);
    });

    it("asks for a confirmation above a price, names the page, and sells to a confirmed token", async () => {
      const url = "https://platform.example/confirm";
      platform().setPolicy({ spending: { confirm: { coins: 100, url, acr: "sure" } } });
      const subject = randomUUID();
      const reader = await logIn(subject);
      await reader.topUp();
      assert.equal((await reader.unlock("e04")).status, 200);
      const rest = ["e05", "e06", "e07", "e08", "e09"];
      const asked = await reader.unlock(rest, { offerId: "rest" });
      assert.deepEqual(
        [asked.status, asked.body.code, asked.body.confirmUrl],
        [403, "confirmation-required", url],
      );
      assert.equal(await reader.coins(), 410);
      const wrong = await logIn(subject, { acr: "1" });
      assert.equal((await wrong.unlock(rest, { offerId: "rest" })).status, 403);
      const confirmed = await logIn(subject, { acr: "sure" });
      assert.equal((await confirmed.unlock(rest, { offerId: "rest" })).body.charged?.amount, 360);
    });

    it("holds nobody up who pays nothing: owned, and free after waiting", async () => {
      const subject = randomUUID();
      const reader = await logIn(subject);
      await reader.topUp();
      await reader.check();
      await reader.unlock("e04");
      platform().setPolicy({ spending: { perSession: 0 } });
      assert.equal((await reader.unlock("e04")).status, 200);
      assert.equal((await reader.unlock("e05")).status, 403);
      platform().advance(10_800);
      const later = await logIn(subject);
      assert.equal((await later.unlock("e05", { offerId: "wait" })).status, 200);
    });
  });
}
