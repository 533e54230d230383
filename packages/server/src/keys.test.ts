import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { createKeyring, fromBase64Url, generateKeySet, parseKeySet, toBase64Url } from "./keys.js";

describe("createKeyring", () => {
  it("verifies what it signed, for that purpose, text and key only", async () => {
    const keys = createKeyring(generateKeySet());
    const signature = await keys.sign("quote", "text");
    assert.ok(await keys.verify("quote", { id: "k1", text: "text", signature }));
    assert.ok(!(await keys.verify("delivery", { id: "k1", text: "text", signature })));
    assert.ok(!(await keys.verify("quote", { id: "k1", text: "Text", signature })));
    assert.ok(!(await keys.verify("quote", { id: "k2", text: "text", signature })));
    assert.ok(!(await keys.verify("quote", { id: "k1", text: "text", signature: "" })));
    assert.ok(!(await keys.verify("quote", { id: "k1", text: "text", signature: "?" })));
    assert.ok(!(await keys.verify("quote", { id: "constructor", text: "text", signature })));
  });

  it("still believes an older key after rotation, and signs with the new one", async () => {
    const old = generateKeySet();
    const before = createKeyring(old);
    const rotated = { current: "k2", keys: { ...old.keys, k2: generateKeySet().keys.k1 ?? "" } };
    const after = createKeyring(parseKeySet(rotated));
    const signature = await before.sign("delivery", "text");
    assert.ok(await after.verify("delivery", { id: "k1", text: "text", signature }));
    assert.notEqual(await after.sign("delivery", "text"), signature);
  });
});

describe("parseKeySet", () => {
  const { k1 = "" } = generateKeySet().keys;
  it("names the field that is wrong", () => {
    assert.throws(() => parseKeySet(null), /expected \{"current"/);
    assert.throws(
      () => parseKeySet({ current: "k1", keys: { k1: "short" } }),
      /keys\.k1: expected base64url/,
    );
    assert.throws(() => parseKeySet({ current: "k1", keys: { "../k1": k1 } }), /keys: the id '\.\.\/k1'/);
    assert.throws(() => parseKeySet({ current: "k2", keys: { k1 } }), /current/);
    assert.deepEqual(parseKeySet({ current: "k1", keys: { k1 } }), { current: "k1", keys: { k1 } });
  });
});

describe("base64url", () => {
  it("comes back as it went", () => {
    const bytes = Uint8Array.from({ length: 256 }, (_, index) => index);
    assert.deepEqual(fromBase64Url(toBase64Url(bytes)), bytes);
    assert.equal(fromBase64Url("a b"), undefined);
  });
});
