import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { rememberVerified } from "./verified-tokens.js";

describe("rememberVerified", () => {
  const create = (times: { iat: number; exp: number }) => {
    const asked: string[] = [];
    const believed: boolean[] = [];
    const remembered = rememberVerified(
      async (token: string, _now: number, { wasBelieved }: { readonly wasBelieved: boolean }) => {
        asked.push(token);
        believed.push(wasBelieved);
        if (token === "bad") throw new Error("refused");
        return { sub: token, ...times };
      },
      { maxAgeSeconds: 3600 },
    );
    const verify = (token: string, now: number) => remembered(token, now, undefined);
    return { asked, believed, verify };
  };

  it("asks once in a minute, and again when the minute is over", async () => {
    const { asked, verify } = create({ iat: 0, exp: 900 });
    assert.equal((await verify("a", 1000)).sub, "a");
    await verify("a", 60_999);
    assert.deepEqual(asked, ["a"]);
    await verify("a", 61_000);
    assert.deepEqual(asked, ["a", "a"]);
  });

  it("never believes past the token's own end or age", async () => {
    for (const times of [
      { iat: 0, exp: 10 },
      { iat: -3590, exp: 900 },
    ]) {
      const { asked, verify } = create(times);
      await verify("a", 0);
      await verify("a", 9_999);
      assert.equal(asked.length, 1);
      await verify("a", 10_000);
      assert.equal(asked.length, 2);
    }
  });

  it("asks again when the clock has gone back", async () => {
    const { asked, verify } = create({ iat: 0, exp: 900 });
    await verify("a", 5000);
    await verify("a", 4000);
    assert.equal(asked.length, 2);
  });

  it("says of a token whether it was ever believed, until it is refused", async () => {
    const { believed, verify } = create({ iat: 0, exp: 900 });
    await verify("a", 0);
    await Promise.all([verify("a", 61_000), verify("a", 61_000)]);
    await assert.rejects(verify("bad", 0));
    await assert.rejects(verify("bad", 0));
    assert.deepEqual(believed, [false, true, true, false, false]);
  });

  it("remembers no refusal, and no token for another", async () => {
    const { asked, verify } = create({ iat: 0, exp: 900 });
    await assert.rejects(verify("bad", 0));
    await assert.rejects(verify("bad", 0));
    assert.equal((await verify("a", 0)).sub, "a");
    assert.equal((await verify("b", 0)).sub, "b");
    assert.equal(asked.length, 4);
  });
});
