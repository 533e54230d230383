import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { describe, it } from "node:test";
import { fromRoot } from "../lib/paths.mjs";
import { leanLit, shrinkLit } from "./lean-lit.mjs";

const WITH_HOOKS = [
  "@lit/reactive-element/reactive-element.js",
  "lit-html/lit-html.js",
  "lit-element/lit-element.js",
];

describe("shrinkLit", () => {
  for (const file of WITH_HOOKS) {
    it(`finds the hooks of ${file} as the installed Lit writes them`, () => {
      const whole = readFileSync(fromRoot("node_modules", file), "utf8");
      assert.match(whole, /PolyfillSupport/);
      assert.doesNotMatch(shrinkLit(whole), /PolyfillSupport|HydrateSupport/);
    });
  }
});

describe("leanLit", () => {
  it("replaces css-tag where Lit imports it, and nobody else's", () => {
    const { resolveId } = leanLit();
    const lit = "/x/node_modules/@lit/reactive-element/reactive-element.js";
    assert.match(resolveId("./css-tag.js", lit), /css-tag\.mjs$/);
    assert.equal(resolveId("./css-tag.js", "/x/src/own.js"), null);
    assert.equal(resolveId("./css-tag.js", undefined), null);
  });
});
