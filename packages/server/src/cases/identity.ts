import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { decodeJwt, type JWTHeaderParameters, type JWTPayload, SignJWT, UnsecuredJWT } from "jose";
import { GUEST_ISSUER } from "../identity/guest-tokens.js";
import { PAGE, PUBLISHER, type TestPlatform } from "../testing/test-platform.js";
import { createGuest, createVisitor, refreshGuest, send, type Visitor } from "../testing/visitor.js";

const SECRET = new TextEncoder().encode(PUBLISHER.secret);

/** Who a request comes from: tokens of the server's own guests and of publishers, and nothing else. */
export function identityCases(platform: () => TestPlatform): void {
  const seconds = () => Math.floor(platform().now() / 1000);
  const claims = (change: JWTPayload = {}): JWTPayload => ({
    iss: PUBLISHER.name,
    aud: "micro-drama",
    sub: "reader-1",
    iat: seconds(),
    exp: seconds() + 900,
    ...change,
  });
  const sign = (change: JWTPayload = {}, header: Partial<JWTHeaderParameters> = {}, key = SECRET) =>
    new SignJWT(claims(change)).setProtectedHeader({ alg: "HS256", ...header }).sign(key);
  const lacking = (claim: keyof JWTPayload) => {
    const { [claim]: _, ...rest } = claims();
    return new SignJWT(rest).setProtectedHeader({ alg: "HS256" }).sign(SECRET);
  };
  const withToken = (token: string): Visitor =>
    createVisitor(platform(), { token, viewer: "", expiresAt: "", refreshToken: "" });

  describe("identity", () => {
    it("makes guests with a short token and a long one, and renews the short one", async () => {
      const guest = await createGuest(platform());
      const { exp = 0, iat = 0, azp, iss } = decodeJwt(guest.tokens.token);
      assert.deepEqual([exp - iat, azp, iss], [900, PAGE, GUEST_ISSUER]);
      await guest.unlock("e04");
      const { status, body } = await refreshGuest(platform(), guest.tokens.refreshToken);
      assert.equal(status, 200);
      assert.equal(body.viewer, guest.tokens.viewer);
      assert.equal(await createVisitor(platform(), body).coins(), 210);
    });

    it("refuses an access token as a refresh token, and the other way round", async () => {
      const { tokens } = await createGuest(platform());
      assert.equal((await refreshGuest(platform(), tokens.token)).status, 401);
      assert.equal((await withToken(tokens.refreshToken).check()).status, 401);
    });

    it("knows a publisher's reader by issuer and subject, on every page of the publisher", async () => {
      const token = await sign({ sub: "reader-2", azp: PAGE });
      assert.equal((await withToken(token).topUp()).status, 200);
      const other = await sign({ sub: "reader-2", jti: "another" });
      assert.equal(await withToken(other).coins(), 500);
    });

    it("gives 401 without a token where one is needed, and says how", async () => {
      const { status, headers } = await send(platform(), "/wallet");
      assert.equal(status, 401);
      assert.equal(headers.get("www-authenticate"), "Bearer");
    });

    it("refuses every token of the known-bad corpus", async () => {
      const guestKey = await platform().keys.find("guest", platform().keys.current);
      assert.ok(guestKey);
      const { tokens } = await createGuest(platform());
      const [head = "", body = "", mac = ""] = tokens.token.split(".");
      const corpus: Record<string, string | Promise<string>> = {
        "no algorithm": new UnsecuredJWT(claims()).encode(),
        "empty signature": `${head}.${body}.`,
        "body of another": `${head}.${Buffer.from(JSON.stringify(claims())).toString("base64url")}.${mac}`,
        "other secret": sign({}, {}, new TextEncoder().encode("x".repeat(40))),
        "other algorithm": sign({}, { alg: "HS384" }),
        "other audience": sign({ aud: "another-service" }),
        "no audience": lacking("aud"),
        "unknown issuer": sign({ iss: "https://evil.example" }),
        "no issuer": lacking("iss"),
        "no subject": lacking("sub"),
        "empty subject": sign({ sub: "" }),
        "no end": lacking("exp"),
        "no beginning": lacking("iat"),
        expired: sign({ iat: seconds() - 1000, exp: seconds() - 60 }),
        "signed in the future": sign({ iat: seconds() + 3600, exp: seconds() + 7200 }),
        "signed long ago": sign({ iat: seconds() - 86_400, exp: seconds() + 86_400 }),
        "not yet valid": sign({ nbf: seconds() + 3600 }),
        "guest by a publisher's secret": sign({ iss: GUEST_ISSUER }, { typ: "at+jwt", kid: "k1" }),
        "guest with a path as key id": sign({ iss: GUEST_ISSUER }, { typ: "at+jwt", kid: "../../dev/null" }),
        "guest with a key id of the prototype": sign(
          { iss: GUEST_ISSUER },
          { typ: "at+jwt", kid: "constructor" },
        ),
        "publisher by the guest key": new SignJWT(claims())
          .setProtectedHeader({ alg: "HS256" })
          .sign(guestKey),
        "guest of another type": new SignJWT(claims({ iss: GUEST_ISSUER }))
          .setProtectedHeader({ alg: "HS256", typ: "JWT", kid: "k1" })
          .sign(guestKey),
        "guest that nobody made": new SignJWT(claims({ iss: GUEST_ISSUER, sub: "g_nobody" }))
          .setProtectedHeader({ alg: "HS256", typ: "at+jwt", kid: "k1" })
          .sign(guestKey),
        "key in the header": sign(
          {},
          { jwk: { kty: "EC", crv: "P-256", x: "AA", y: "AA" } },
          new Uint8Array(32),
        ),
        "key from a URL": sign({}, { jku: "https://evil.example/jwks.json" }, new Uint8Array(32)),
        garbage: "a.b.c",
      };
      for (const [name, token] of Object.entries(corpus)) {
        const { status, headers } = await withToken(await token).check();
        assert.equal(status, 401, name);
        assert.equal(headers.get("www-authenticate"), 'Bearer error="invalid_token"', name);
      }
    });

    it("shows locks but sells nothing to a token without the scope to spend", async () => {
      const reader = withToken(await sign({ sub: "reader-3", scope: "check" }));
      assert.equal((await reader.check()).status, 200);
      assert.equal((await reader.unlock("e04")).status, 403);
      assert.equal((await reader.topUp()).status, 403);
    });

    it("refuses a token on another page than the one it was made for", async () => {
      const guest = await createGuest(platform());
      const { status, body } = await guest.unlock("e04", { headers: { origin: "https://other.example" } });
      assert.deepEqual([status, body.code], [403, "origin-not-allowed"]);
    });

    it("takes the viewer from the token alone", async () => {
      const [first, second] = await Promise.all([createGuest(platform()), createGuest(platform())]);
      await second.request("/unlocks", {
        method: "POST",
        headers: { "content-type": "application/json", "idempotency-key": crypto.randomUUID() },
        body: JSON.stringify({
          viewer: first.tokens.viewer,
          viewerId: first.tokens.viewer,
          refs: [{ series: "lantern", episode: "e04", viewer: first.tokens.viewer }],
          offerId: "coins",
          maxPrice: { amount: 90, currency: "COIN" },
        }),
      });
      assert.deepEqual([await first.coins(), await second.coins()], [300, 210]);
      const foreign = await second.request(`/inspect/ledger?viewer=${first.tokens.viewer}`);
      assert.equal(foreign.status, 403);
    });

    it("throttles guests from one address", async () => {
      const once = { burst: 1, perMinute: 1 };
      const many = { burst: 1000, perMinute: 1 };
      platform().setPolicy({ limits: { guests: { burst: 3, perMinute: 1 }, unlocks: many, reads: once } });
      const statuses: number[] = [];
      for (let n = 0; n < 4; n += 1)
        statuses.push((await send(platform(), "/guests", { method: "POST" })).status);
      assert.deepEqual(statuses, [200, 200, 200, 429]);
      const refused = await send(platform(), "/guests", { method: "POST" });
      assert.equal(refused.headers.get("retry-after"), "60");
      platform().setPolicy({ limits: { guests: many, unlocks: many, reads: many } });
    });
  });
}
