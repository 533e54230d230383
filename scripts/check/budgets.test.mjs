import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { judge } from "./budgets.mjs";
import { staticImports } from "./static-graph.mjs";

const budget = { name: "script", limit: 28000, bytes: 20000, compression: "brotli" };

describe("judge", () => {
  it("is satisfied within two per cent of the recorded size", () => {
    assert.deepEqual(judge(budget, 20400, 0.02), []);
    assert.deepEqual(judge(budget, 19600, 0.02), []);
  });

  it("says when a script grew, shrank or broke the promise", () => {
    assert.match(judge(budget, 20500, 0.02)[0], /grew by 2\.5 %/);
    assert.match(judge(budget, 15000, 0.02)[0], /shrank by 25\.0 %/);
    assert.match(judge(budget, 28001, 0.02)[0], /the promise is 28000/);
  });

  it("wants a first number recorded", () => {
    assert.match(judge({ ...budget, bytes: undefined }, 20000, 0.02)[0], /record it/);
  });
});

describe("staticImports", () => {
  it("finds imports and re-exports, and leaves dynamic ones out", () => {
    const code = `import"./a.js";import{b}from"./b.js";export*from"./c.js";export{d}from"./d.js";import("./e.js");export const f=b;`;
    assert.deepEqual(staticImports(code), ["./a.js", "./b.js", "./c.js", "./d.js"]);
  });
});
