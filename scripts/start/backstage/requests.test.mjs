import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { readLogLine, withoutTokens } from "./requests.mjs";

describe("readLogLine", () => {
  it("reads a request", () => {
    const entry = {
      at: "2026-11-22T18:00:00.000Z",
      method: "POST",
      path: "/drama/v1/unlocks",
      status: 200,
      ms: 12.3,
      viewer: 17,
      series: "lantern-keeper",
      episode: "e04",
    };
    assert.deepEqual(readLogLine("api", JSON.stringify(entry)), { origin: "api", ...entry, viewer: "17" });
  });

  it("takes the token out of the path of a protected file", () => {
    const line = JSON.stringify({
      method: "GET",
      path: "/t/1790.sid.mac/0a1b/main.m3u8",
      status: 200,
      ms: 1,
    });
    assert.equal(readLogLine("media", line).path, "/t/…/0a1b/main.m3u8");
  });

  for (const line of ["", "Server ready", '{"event":"listening","port":1}', '{"broken', "null", "[]"]) {
    it(`does not take ${line || "an empty line"} for a request`, () =>
      assert.equal(readLogLine("api", line), undefined));
  }
});

describe("withoutTokens", () => {
  it("keeps the names of a query and hides its values", () => {
    assert.equal(withoutTokens("/drama/v1/events?token=abc&since=4"), "/drama/v1/events?token=…&since=…");
  });

  it("leaves other paths alone", () => {
    assert.equal(withoutTokens("/lantern-keeper/e01/main.m3u8"), "/lantern-keeper/e01/main.m3u8");
  });
});
