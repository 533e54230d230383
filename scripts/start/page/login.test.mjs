import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { jwtVerify } from "jose";
import { createLoginApp, PUBLISHER } from "./login.mjs";

const SECRET = "0123456789abcdef0123456789abcdef";
const ORIGIN = "http://localhost:4400";

describe("createLoginApp", () => {
  const app = createLoginApp({ secret: SECRET });
  const logIn = (name) => app.request(`${ORIGIN}/`, { method: "POST", body: JSON.stringify({ name }) });

  it("signs who the reader is, for the platform and for this page only", async () => {
    const cookie = (await logIn("Ada Brandt")).headers.get("set-cookie").split(";")[0];
    const token = await (await app.request(`${ORIGIN}/token`, { headers: { cookie } })).text();
    const { payload } = await jwtVerify(token, new TextEncoder().encode(SECRET), {
      issuer: PUBLISHER,
      audience: "micro-drama",
    });
    assert.equal(payload.sub, "ada brandt");
    assert.equal(payload.azp, ORIGIN);
    assert.ok(payload.exp - payload.iat <= 15 * 60);
  });

  it("gives nobody a token", async () => {
    assert.equal((await app.request(`${ORIGIN}/token`)).status, 401);
    assert.deepEqual(await (await app.request(`${ORIGIN}/`)).json(), { name: null });
    assert.equal(
      (await app.request(`${ORIGIN}/token`, { headers: { cookie: "tidewater-reader=%E0" } })).status,
      401,
    );
  });

  it("refuses what is no name", async () => {
    for (const name of ["", "<b>", 7, undefined, "x".repeat(41)])
      assert.equal((await logIn(name)).status, 400);
  });
});
