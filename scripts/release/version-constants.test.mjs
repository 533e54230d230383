import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { describe, it } from "node:test";
import { fromRoot } from "../lib/paths.mjs";
import { withVersion } from "./version-constants.mjs";

describe("withVersion", () => {
  it("changes the version and nothing else", () => {
    const source = '/** The version. */\nexport const VERSION = "0.0.0";\n';
    assert.equal(
      withVersion(source, "1.2.3-next.0"),
      '/** The version. */\nexport const VERSION = "1.2.3-next.0";\n',
    );
  });

  it("refuses a source without the constant, so that a renamed one is noticed", () => {
    assert.throws(() => withVersion("export const RELEASE = 1;", "1.0.0"), /VERSION/);
  });
});

describe("the player's VERSION", () => {
  it("is the version of its package", () => {
    const { version } = JSON.parse(readFileSync(fromRoot("packages", "player", "package.json"), "utf8"));
    const source = readFileSync(fromRoot("packages", "player", "src", "version.ts"), "utf8");
    assert.equal(withVersion(source, version), source);
  });
});
