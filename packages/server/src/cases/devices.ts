import assert from "node:assert/strict";
import { randomUUID } from "node:crypto";
import { afterEach, beforeEach, describe, it } from "node:test";
import type { Playback } from "@micro-drama/protocol";
import { SignJWT } from "jose";
import { PUBLISHER, type TestPlatform } from "../testing/test-platform.js";
import { createVisitor, type Visitor } from "../testing/visitor.js";

/** T4: on how many devices one log-in may be shared at once. */
export function deviceCases(platform: () => TestPlatform): void {
  const logIn = async (subject: string, claims: Record<string, string> = {}): Promise<Visitor> => {
    const seconds = Math.floor(platform().now() / 1000);
    const token = await new SignJWT({ iss: PUBLISHER.name, aud: "micro-drama", sub: subject, ...claims })
      .setProtectedHeader({ alg: "HS256" })
      .setIssuedAt(seconds)
      .setExpirationTime(seconds + 3000)
      .sign(new TextEncoder().encode(PUBLISHER.secret));
    return createVisitor(platform(), { token, viewer: "", expiresAt: "", refreshToken: "" });
  };
  /** The same reader at home, on the way, and with a friend; what the first bought belongs to all. */
  const logInThrice = async () => {
    const subject = randomUUID();
    const [home, phone, friend] = await Promise.all(
      ["home", "phone", "friend"].map((sid) => logIn(subject, { sid })),
    );
    assert.ok(home && phone && friend);
    await home.topUp();
    return { subject, home, phone, friend };
  };
  const play = async (visitor: Visitor, episode = "e04") =>
    visitor.request<Playback & { code?: string }>(`/series/lantern/episodes/${episode}/playback`);

  describe("devices", () => {
    beforeEach(() => platform().setPolicy({ maxDevices: 2 }));
    afterEach(() => platform().setPolicy({ maxDevices: 1000 }));

    it("lets as many play as may be, and says to the next one why not", async () => {
      const { home, phone, friend } = await logInThrice();
      assert.equal((await home.unlock("e04")).status, 200);
      assert.equal((await play(phone)).status, 200);
      const { status, body } = await play(friend);
      assert.deepEqual([status, body.code], [403, "limit-reached"]);
      const checked = await friend.check("episodes=e01,e04,e05&playback=e04");
      assert.deepEqual(
        checked.body.items.map((item) => ("reason" in item ? item.reason : item.state)),
        ["granted", "device-limit", "locked"],
      );
      assert.ok(!checked.text.includes(platform().media));
    });

    it("goes on for those that play, and frees a place ten minutes after the last media", async () => {
      const { home, phone, friend } = await logInThrice();
      await home.unlock("e04");
      await play(phone);
      platform().advance(400);
      assert.equal((await play(phone)).status, 200);
      assert.equal((await play(friend)).status, 403);
      platform().advance(200);
      assert.equal((await play(friend)).status, 200);
      assert.equal((await play(phone)).status, 200);
      assert.equal((await play(home)).status, 403);
    });

    it("takes no place for looking, for free episodes, or for what is locked", async () => {
      const { home, phone, friend } = await logInThrice();
      await home.unlock("e04");
      await phone.check("playback=e01,e05");
      await play(phone, "e05");
      assert.equal((await play(friend)).status, 200);
    });

    it("sells all the same, and withholds the media only", async () => {
      const { home, phone, friend } = await logInThrice();
      await home.unlock("e04");
      await play(phone);
      const { status, body } = await friend.unlock("e05");
      assert.equal(status, 200);
      assert.deepEqual([body.charged?.amount, body.items[0]?.state], [90, "granted"]);
      assert.ok(body.items[0] && !("playback" in body.items[0]));
      assert.equal((await play(phone, "e05")).status, 200);
    });

    it("gives the last place to one of many that come at once", async () => {
      const { subject, home } = await logInThrice();
      await home.unlock("e04");
      const others = await Promise.all(
        Array.from({ length: 12 }, (_, n) => logIn(subject, { sid: `other-${n}` })),
      );
      const answers = await Promise.all(others.map((other) => play(other)));
      assert.equal(answers.filter(({ status }) => status === 200).length, 1);
    });

    it("counts log-ins without a session as one, and every viewer alone", async () => {
      const { subject, home } = await logInThrice();
      await home.unlock("e04");
      for (const visitor of [await logIn(subject), await logIn(subject)])
        assert.equal((await play(visitor)).status, 200);
      const stranger = await logIn(randomUUID(), { sid: "home" });
      await stranger.topUp();
      assert.equal((await stranger.unlock("e04")).status, 200);
      assert.equal((await play(stranger)).status, 200);
    });
  });
}
