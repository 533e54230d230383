import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { chooseLadder, usableWidth } from "./ladder.js";

const names = (width: number, height: number, fit: "cover" | "contain" = "cover") =>
  chooseLadder({ width, height }, fit).map(({ name }) => name);

describe("chooseLadder", () => {
  it("gives a full-size vertical film all renditions, lowest first", () => {
    assert.deepEqual(names(1080, 1920), ["360", "540", "720"]);
  });

  it("never enlarges", () => {
    assert.deepEqual(names(540, 960), ["360", "540"]);
    assert.deepEqual(names(600, 1066), ["360", "540"]);
    assert.deepEqual(names(640, 360), ["202"]);
  });

  it("gives a film a pixel short of a rendition that rendition", () => {
    assert.deepEqual(names(718, 1280), ["360", "540", "720"]);
  });

  it("uses the width of a wide film when it is set into a backdrop", () => {
    assert.deepEqual(names(640, 360, "contain"), ["360", "540"]);
    assert.equal(usableWidth({ width: 1920, height: 1080 }, "contain"), 1920);
  });

  it("gives the smallest film one rendition with even sides", () => {
    const [rung] = chooseLadder({ width: 101, height: 179 }, "cover");
    assert.deepEqual([rung?.width, rung?.height], [100, 178]);
    assert.equal(rung?.maxVideoBitrate, 100_000);
  });
});
