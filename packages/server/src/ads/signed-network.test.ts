import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { createSignedNetwork, signCallback } from "./signed-network.js";

/** The example of Standard Webhooks itself. */
const SECRET = "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw";
const EXAMPLE = { id: "msg_p5jXN8AQM9LWM0D4loKWxJek", at: 1_614_265_330_000, body: '{"test": 2432232314}' };
const SIGNATURE = "v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=";
const FILM = { id: "t-1", at: EXAMPLE.at, body: '{"type":"film.completed","data":{"session":"s"}}' };

describe("signCallback", () => {
  it("signs the published example as published", async () => {
    assert.equal((await signCallback(SECRET, EXAMPLE))["webhook-signature"], SIGNATURE);
  });
});

describe("createSignedNetwork", () => {
  const read = async (
    change: Record<string, string> = {},
    { body = FILM.body, seconds = 0 }: { body?: string; seconds?: number } = {},
  ) =>
    createSignedNetwork("house", SECRET).readFilm({
      headers: new Headers({ ...(await signCallback(SECRET, FILM)), ...change }),
      body,
      now: FILM.at + seconds * 1000,
    });

  it("reads which film was seen, also among signatures of other secrets", async () => {
    const film = { session: "s", transaction: "t-1" };
    assert.deepEqual(await read(), film);
    const { "webhook-signature": own = "" } = await signCallback(SECRET, FILM);
    assert.deepEqual(await read({ "webhook-signature": `${SIGNATURE} v1a,x ${own}` }), film);
  });

  it("refuses what is forged, changed, old, early or about something else", async () => {
    assert.equal(await read({ "webhook-signature": SIGNATURE }), undefined);
    assert.equal(await read({ "webhook-signature": "v1,###" }), undefined);
    assert.equal(await read({ "webhook-id": "t-2" }), undefined);
    assert.equal(await read({}, { body: FILM.body.replace('"s"', '"other"') }), undefined);
    assert.equal(await read({}, { seconds: 301 }), undefined);
    assert.equal(await read({}, { seconds: -301 }), undefined);
    const other = { ...FILM, body: '{"type":"film.begun","data":{"session":"s"}}' };
    assert.equal(await read(await signCallback(SECRET, other), { body: other.body }), undefined);
  });

  it("takes no secret that is short or none", () => {
    for (const secret of ["", "secret", "whsec_c2hvcnQ="])
      assert.throws(() => createSignedNetwork("house", secret));
  });
});
