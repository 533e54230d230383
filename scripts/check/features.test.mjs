import assert from "node:assert/strict";
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { describe, it } from "node:test";
import { fromRoot } from "../lib/paths.mjs";
import { A11Y_PARTS } from "../test/a11y/arguments.mjs";

const SOURCE = "packages/player/src";
const table = readFileSync(fromRoot("packages/player/FEATURES.md"), "utf8");
const named = [...table.matchAll(/`([^`\n]+)`/g)].map(([, name]) => name);

describe("FEATURES.md", () => {
  it("names tests that exist", () => {
    const isThere = (name) => {
      if (name.startsWith("packages/")) return existsSync(fromRoot(`${name}.ts`));
      if (name.startsWith("scripts/")) return existsSync(fromRoot(name));
      if (name.endsWith("*.test"))
        return readdirSync(fromRoot(SOURCE, name.slice(0, -"/*.test".length))).some((file) =>
          /\.test\.ts$/.test(file),
        );
      return existsSync(fromRoot(SOURCE, `${name}.ts`));
    };
    const tests = named.filter((name) => /^[\w-]+\/.*\.(test|mjs)$/.test(name));
    assert.ok(tests.length > 40, `${tests.length} tests are named`);
    assert.deepEqual(
      tests.filter((name) => !isThere(name)),
      [],
    );
  });

  it("quotes titles that those tests have", () => {
    const quoted = [...table.matchAll(/`([\w/-]+\.test)` "([^"]+)"/g)];
    const wrong = quoted.filter(
      ([, name, title]) => !readFileSync(fromRoot(SOURCE, `${name}.ts`), "utf8").includes(title),
    );
    assert.deepEqual(
      wrong.map(([words]) => words),
      [],
    );
  });

  it("names parts of the accessibility run that exist", () => {
    const parts = named.filter((name) => name.startsWith("a11y ")).map((name) => name.slice("a11y ".length));
    const known = A11Y_PARTS.map(({ name }) => name);
    assert.deepEqual(
      parts.filter((part) => !known.includes(part) && part !== "…"),
      [],
    );
  });
});
