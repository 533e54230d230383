import assert from "node:assert/strict";
import { after, describe, it } from "node:test";
import type { CheckResult, Problem } from "@micro-drama/protocol";
import { SignJWT } from "jose";
import type { ConnectionInfo } from "../http/call.js";
import type { Policy } from "../platform.js";
import { PAGE, PUBLISHER, type TestPlatform } from "../testing/test-platform.js";
import { createGuest, createVisitor, send, type Visitor } from "../testing/visitor.js";

const MANY = { burst: 10_000, perMinute: 1 };
const LIMITS = { guests: MANY, unlocks: MANY, reads: MANY };

/** Whoever sends bad tokens does not make the server check signatures for ever; who sends good ones notices nothing. */
export function refusedTokenCases(platform: () => TestPlatform): void {
  let checked = 0;
  const secret = new TextEncoder().encode(PUBLISHER.secret);
  const key = async () => {
    checked += 1;
    return secret;
  };
  /** Three refused tokens at once, then one in ten seconds; and a count of the signatures that are looked at. */
  const begin = (limits: Partial<NonNullable<Policy["limits"]>> = {}) => {
    platform().setPolicy({
      limits: { ...LIMITS, refused: { burst: 3, perMinute: 6 }, ...limits },
      issuers: [{ name: PUBLISHER.name, algorithms: ["HS256"], key }],
    });
    checked = 0;
  };
  const sign = async (subject: string, by: Uint8Array = secret, age = 0) => {
    const iat = Math.floor(platform().now() / 1000) - age;
    const claims = { iss: PUBLISHER.name, aud: "micro-drama", sub: subject, iat, exp: iat + 900 };
    return new SignJWT(claims).setProtectedHeader({ alg: "HS256" }).sign(by);
  };
  const withToken = (token: string): Visitor =>
    createVisitor(platform(), { token, viewer: "", expiresAt: "", refreshToken: "" });
  const forge = async () => withToken(await sign(crypto.randomUUID(), new Uint8Array(32)));
  const statusesOf = async (visitors: readonly Visitor[]) => {
    const statuses: number[] = [];
    for (const visitor of visitors) statuses.push((await visitor.check()).status);
    return statuses;
  };

  describe("refused tokens", () => {
    after(() =>
      platform().setPolicy({
        limits: LIMITS,
        issuers: [{ name: PUBLISHER.name, algorithms: ["HS256"], key: secret }],
      }),
    );

    it("end in 429 for their address before any further signature is looked at", async () => {
      begin();
      const bad = await Promise.all([forge(), withToken(await sign("late", secret, 1000)), forge()]);
      assert.deepEqual(await statusesOf(bad), [401, 401, 401]);
      assert.equal(checked, 3);
      for (let n = 0; n < 20; n += 1) {
        const { status, headers, body } = await (await forge()).request<Problem>("/wallet");
        assert.deepEqual([status, body.code, body.status], [429, "rate-limited", 429]);
        assert.equal(headers.get("retry-after"), "10");
        assert.equal(headers.get("content-type"), "application/problem+json");
        assert.equal(headers.get("cache-control"), "no-store");
        assert.equal(headers.get("access-control-allow-origin"), PAGE);
      }
      assert.equal(checked, 3, "no signature was looked at any more");
      platform().advance(10);
      assert.deepEqual(await statusesOf([await forge(), await forge()]), [401, 429]);
    });

    it("of many requests at once are a debt: the address waits the longer", async () => {
      begin();
      const bad = await Promise.all(Array.from({ length: 40 }, forge));
      const answers = await Promise.all(bad.map((visitor) => visitor.check()));
      assert.deepEqual(new Set([401, ...answers.map(({ status }) => status)]), new Set([401, 429]));
      const before = checked;
      const { status, headers } = await (await forge()).check();
      assert.equal(status, 429);
      platform().advance(Number(headers.get("retry-after")) - 1);
      assert.deepEqual(await statusesOf([await forge()]), [429]);
      assert.equal(checked, before);
      platform().advance(1);
      assert.deepEqual(await statusesOf([await forge(), await forge()]), [401, 429]);
    });

    it("do not count when they are good: a school behind one address comes in, also all at once", async () => {
      begin();
      const pupils = await Promise.all(
        Array.from({ length: 40 }, async (_, n) => withToken(await sign(`pupil-${n}`))),
      );
      const answers = await Promise.all(pupils.map((pupil) => pupil.check()));
      assert.deepEqual(new Set(answers.map(({ status }) => status)), new Set([200]));
    });

    it("of a neighbour stop neither viewers who were known before, nor guests, nor who shows no token", async () => {
      begin();
      const reader = withToken(await sign("neighbour"));
      const guest = await createGuest(platform());
      assert.deepEqual(await statusesOf([reader, guest]), [200, 200]);
      const flood = async () =>
        statusesOf(await Promise.all(Array.from({ length: 15 }, forge))).then((all) => all.at(-1));
      assert.equal(await flood(), 429);
      assert.deepEqual(await statusesOf([reader, guest]), [200, 200]);
      platform().advance(120);
      assert.equal(await flood(), 429);
      assert.deepEqual(await statusesOf([reader, guest]), [200, 200], "long after the token was looked at");
      assert.equal((await reader.topUp()).status, 200);
      assert.equal((await send<CheckResult>(platform(), "/series/lantern/access")).status, 200);
    });

    it("count by address", async () => {
      begin();
      assert.equal((await statusesOf(await Promise.all(Array.from({ length: 4 }, forge)))).at(-1), 429);
      const token = await sign("elsewhere");
      const ask = async (info?: ConnectionInfo) => {
        const headers = { authorization: `Bearer ${token}` };
        const url = `${platform().api}/drama/v1/wallet`;
        return (await platform().handler(new Request(url, { headers }), info)).status;
      };
      assert.equal(await ask({ address: "203.0.113.9" }), 200);
    });

    it("count for nobody where the server is not told addresses: one forger would shut all viewers out", async () => {
      begin();
      const ask = async (token: string) => {
        const headers = { authorization: `Bearer ${token}` };
        return (await platform().handler(new Request(`${platform().api}/drama/v1/wallet`, { headers })))
          .status;
      };
      for (let n = 0; n < 10; n += 1) assert.equal(await ask(await sign("forged", new Uint8Array(32))), 401);
      assert.equal(await ask(await sign("newcomer")), 200);
    });

    it("are limited by default", async () => {
      platform().setPolicy({ limits: LIMITS });
      const bad = await Promise.all(Array.from({ length: 300 }, forge));
      await Promise.all(bad.map((visitor) => visitor.check()));
      assert.deepEqual(await statusesOf([await forge()]), [429]);
    });
  });
}
