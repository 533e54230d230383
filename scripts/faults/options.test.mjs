import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { KINDS } from "./kinds/all.mjs";
import { createHelp, parseOptions } from "./options.mjs";

describe("parseOptions", () => {
  it("takes every kind when none is named", () => {
    assert.deepEqual(parseOptions([], KINDS).kinds, KINDS);
  });

  it("takes the named ones, in the order of the table", () => {
    const { kinds } = parseOptions(["--only", "offline,duplicated", "--only", "nothing"], KINDS);
    assert.deepEqual(
      kinds.map(({ kind }) => kind),
      ["nothing", "duplicated", "offline"],
    );
  });

  it("says which kind or option it does not know", () => {
    assert.throws(() => parseOptions(["--only", "flood"], KINDS), { name: "PlainError", message: /"flood"/ });
    assert.throws(() => parseOptions(["--fast"], KINDS), { name: "PlainError", message: /--fast/ });
    assert.throws(() => parseOptions(["--parallel", "0"], KINDS), { name: "PlainError", message: /"0"/ });
  });
});

describe("the table of kinds", () => {
  it("has at least thirty, each with a name of its own", () => {
    const names = new Set(KINDS.map(({ kind }) => kind));
    assert.equal(names.size, KINDS.length);
    assert.ok(names.size >= 30, `${names.size} kinds`);
  });

  it("is in the help", () => {
    for (const { kind, what } of KINDS) assert.ok(createHelp(KINDS).includes(`${kind} `) && what.length > 0);
  });
});
