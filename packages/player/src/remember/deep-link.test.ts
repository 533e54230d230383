import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { createDeepLink, parseDeepLink } from "./deep-link.js";

describe("parseDeepLink", () => {
  it("reads the episode and the time", () => {
    assert.deepEqual(parseDeepLink("?episode=12&t=34"), { episode: "12", at: 34 });
    assert.deepEqual(parseDeepLink("?t=34s"), { at: 34 });
    assert.deepEqual(parseDeepLink("?episode=e05&other=1"), { episode: "e05" });
  });

  it("leaves out what is no time", () => {
    for (const time of ["", "-4", "0", "soon", "Infinity", "NaN"])
      assert.deepEqual(parseDeepLink(`?episode=1&t=${time}`), { episode: "1" }, time);
  });
});

describe("createDeepLink", () => {
  it("comes back as it went out, and leaves the rest of the address alone", () => {
    const url = createDeepLink("https://news.example/a?lang=ar&t=9#top", { number: 12, seconds: 34.8 });
    assert.equal(url, "https://news.example/a?lang=ar&t=34&episode=12#top");
    assert.deepEqual(parseDeepLink(new URL(url).search), { episode: "12", at: 34 });
  });

  it("names no time near the beginning", () => {
    const url = createDeepLink("https://news.example/a?t=9", { number: 1, seconds: 1.2 });
    assert.equal(url, "https://news.example/a?episode=1");
  });
});
