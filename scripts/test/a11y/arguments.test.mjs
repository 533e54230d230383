import assert from "node:assert/strict";
import { existsSync } from "node:fs";
import { describe, it } from "node:test";
import { fromRoot } from "../../lib/paths.mjs";
import { A11Y_PARTS, readArguments } from "./arguments.mjs";

describe("readArguments", () => {
  it("takes all parts in all engines when none is named", () => {
    const { parts, engines, update, problem } = readArguments([]);
    assert.deepEqual(
      [parts, engines, update, problem],
      [A11Y_PARTS, ["blink", "gecko", "webkit"], false, undefined],
    );
  });

  it("narrows to parts and engines", () => {
    const { parts, engines } = readArguments(["axe", "--engine=blink"]);
    assert.deepEqual([parts.map(({ name }) => name), engines], [["axe"], ["blink"]]);
  });

  it("says what it does not know", () => {
    assert.match(readArguments(["axes"]).problem ?? "", /"axes" is not known/);
    assert.match(readArguments(["--fast"]).problem ?? "", /"--fast" is not known/);
  });

  it("names files that exist", () => {
    for (const { file } of A11Y_PARTS) assert.ok(existsSync(fromRoot("scripts/test/a11y", file)), file);
  });
});
