import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { findTokenChange, replaceToken, withQuery } from "./token-url.js";

describe("findTokenChange", () => {
  it("finds the folder that carries the token", () => {
    assert.deepEqual(findTokenChange("https://m/t/OLD/e07/main.m3u8", "https://m/t/NEW/e07/main.m3u8"), {
      from: "https://m/t/OLD/",
      to: "https://m/t/NEW/",
    });
  });

  it("finds another host", () => {
    assert.deepEqual(findTokenChange("https://a/e07/main.m3u8", "https://b/e07/main.m3u8"), {
      from: "https://a/",
      to: "https://b/",
    });
  });

  it("takes the whole address when even the file has another name", () => {
    const change = findTokenChange("https://m/e07/a.m3u8?x", "https://m/e07/b.m3u8");
    assert.deepEqual(change, { from: "https://m/e07/a.m3u8", to: "https://m/e07/b.m3u8" });
  });

  it("finds nothing when only the query differs", () => {
    assert.equal(findTokenChange("https://m/e07/main.m3u8?t=1", "https://m/e07/main.m3u8?t=2"), undefined);
  });
});

describe("replaceToken", () => {
  const changes = [
    { from: "https://m/t/A/", to: "https://m/t/B/" },
    { from: "https://m/t/B/", to: "https://m/t/C/" },
  ];

  it("brings an address of any earlier token to the newest one", () => {
    assert.equal(replaceToken("https://m/t/A/e07/0.m4s", changes), "https://m/t/C/e07/0.m4s");
    assert.equal(replaceToken("https://m/t/B/e07/0.m4s", changes), "https://m/t/C/e07/0.m4s");
  });

  it("leaves other addresses alone", () => {
    assert.equal(replaceToken("https://ads/t/A/x.m4s", changes), "https://ads/t/A/x.m4s");
  });

  it("does not take a longer name for the token", () => {
    assert.equal(replaceToken("https://m/t/AB/e07/0.m4s", changes), "https://m/t/AB/e07/0.m4s");
  });
});

describe("withQuery", () => {
  it("adds a query, once", () => {
    assert.equal(withQuery("https://m/0.m4s", "sig=1"), "https://m/0.m4s?sig=1");
    assert.equal(withQuery("https://m/0.m4s?sig=1", "sig=1"), "https://m/0.m4s?sig=1");
  });

  it("keeps what is there and replaces an older signature", () => {
    assert.equal(
      withQuery("https://m/0.m4s?v=2&sig=1&exp=5", "sig=3&exp=9", ["sig=1&exp=5"]),
      "https://m/0.m4s?v=2&sig=3&exp=9",
    );
  });

  it("leaves an address alone when there is nothing to add", () => {
    assert.equal(withQuery("https://m/0.m4s", ""), "https://m/0.m4s");
  });
});
