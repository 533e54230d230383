import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { build } from "./build.mjs";

describe("build", () => {
  it("runs what is stale, in order, and nothing else", async () => {
    const ran = [];
    const steps = [
      createStep("compile", { ran, isStale: true }),
      createStep("bundle", { ran, isStale: false }),
      createStep("describe", { ran, isStale: true }),
    ];
    assert.equal(await build({ progress: quiet(), steps }), 2);
    assert.deepEqual(ran, ["compile", "describe"]);
  });

  it("runs everything when told to", async () => {
    const ran = [];
    const steps = [createStep("compile", { ran, isStale: false })];
    assert.equal(await build({ progress: quiet(), steps, force: true }), 1);
  });

  it("leaves out what cannot be run yet, with the reason", async () => {
    const ran = [];
    const progress = quiet();
    const steps = [
      { ...createStep("bundle", { ran, isStale: true }), missing: () => "define.js not there yet" },
    ];
    assert.equal(await build({ progress, steps }), 0);
    assert.match(progress.said.join(), /bundle: left out, define\.js not there yet/);
    assert.deepEqual(ran, []);
  });

  it("ends with what the tool said when a step fails, and runs nothing after it", async () => {
    const ran = [];
    const steps = [
      {
        ...createStep("compile", { ran, isStale: true }),
        run: async () => ({ code: 2, output: "a.ts(3,1): no\n" }),
      },
      createStep("bundle", { ran, isStale: true }),
    ];
    await assert.rejects(build({ progress: quiet(), steps }), {
      name: "PlainError",
      message: "compile failed:\n\na.ts(3,1): no",
    });
    assert.deepEqual(ran, []);
  });
});

function createStep(label, { ran, isStale }) {
  return {
    label,
    stamp: { isStale: () => isStale, around: (work) => work() },
    run: async () => {
      ran.push(label);
      return { code: 0, output: "" };
    },
  };
}

function quiet() {
  const said = [];
  return { said, say: (words) => said.push(words), step: (_, work) => work(() => {}) };
}
