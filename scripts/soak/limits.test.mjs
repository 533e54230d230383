import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { beyondLimits } from "./limits.mjs";

const GOOD = {
  ...{ heapGrowth: -20_000, videos: 3, detachedVideos: 0, hls: 2, episodeNodes: 3 },
  ...{ playersLeft: 0, videosLeft: 0, hlsLeft: 0 },
};

describe("beyondLimits", () => {
  it("is content with a player that leaves nothing", () => {
    assert.deepEqual(beyondLimits(GOOD), []);
  });

  it("names what is beyond, and what was never measured", () => {
    assert.deepEqual(beyondLimits({ ...GOOD, videosLeft: 6 }), [
      "6 video elements that removed players left, 0 allowed",
    ]);
    assert.equal(beyondLimits({ ...GOOD, hls: undefined }).length, 1);
  });
});
