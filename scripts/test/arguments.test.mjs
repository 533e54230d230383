import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { ENGINES, PARTS, parseArguments } from "./arguments.mjs";

describe("parseArguments", () => {
  it("runs everything in three engines when nothing is said", () => {
    const options = parseArguments([]);
    assert.deepEqual(options.parts, PARTS);
    assert.deepEqual(options.engines, ENGINES);
  });

  it("keeps the order of the parts, whatever the order of the words", () => {
    assert.deepEqual(parseArguments(["unit", "types"]).parts, ["types", "unit"]);
  });

  it("takes every other word as a package or path, and then runs only what can be narrowed", () => {
    const options = parseArguments(["sdk"]);
    assert.deepEqual(options.targets, ["sdk"]);
    assert.deepEqual(options.parts, ["types", "lint", "unit", "browser"]);
  });

  it("takes engines one by one or with commas", () => {
    assert.deepEqual(parseArguments(["--engine", "webkit", "--engine=blink"]).engines, ["blink", "webkit"]);
    assert.deepEqual(parseArguments(["--engine", "gecko,webkit"]).engines, ["gecko", "webkit"]);
  });

  it("names the option or engine that it does not know", () => {
    assert.throws(() => parseArguments(["--fast"]), /--fast/);
    assert.throws(() => parseArguments(["--engine", "presto"]), /presto/);
    assert.throws(() => parseArguments(["--engine"]), /takes blink, gecko, webkit/);
  });
});
