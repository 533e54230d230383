import assert from "node:assert/strict";
import { mkdtempSync, rmSync, utimesSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterEach, beforeEach, describe, it } from "node:test";
import { listFiles } from "./files.mjs";
import { createStamp } from "./stamp.mjs";

describe("createStamp", () => {
  let folder;
  let stamp;

  beforeEach(async () => {
    folder = mkdtempSync(path.join(tmpdir(), "drama-stamp-"));
    writeFileSync(path.join(folder, "a.ts"), "a");
    writeFileSync(path.join(folder, "out.js"), "out");
    stamp = createStamp({
      file: path.join(folder, "cache", "step.stamp"),
      inputs: () => listFiles(folder, (file) => file.endsWith(".ts")),
      outputs: [path.join(folder, "out.js")],
    });
    assert.equal(stamp.isStale(), true, "never built");
    await stamp.around(async () => {});
    assert.equal(stamp.isStale(), false, "just built");
  });

  afterEach(() => rmSync(folder, { recursive: true }));

  it("is stale when an input was changed", () => {
    writeFileSync(path.join(folder, "a.ts"), "other");
    assert.equal(stamp.isStale(), true);
  });

  it("is stale when an input was replaced by one of the same size", () => {
    utimesSync(path.join(folder, "a.ts"), 1, 1);
    assert.equal(stamp.isStale(), true);
  });

  it("is stale when an input was added or removed", () => {
    writeFileSync(path.join(folder, "b.ts"), "b");
    assert.equal(stamp.isStale(), true);
    rmSync(path.join(folder, "b.ts"));
    assert.equal(stamp.isStale(), false);
    rmSync(path.join(folder, "a.ts"));
    assert.equal(stamp.isStale(), true);
  });

  it("is stale when an output is gone", () => {
    rmSync(path.join(folder, "out.js"));
    assert.equal(stamp.isStale(), true);
  });

  it("stays stale when the step fails", async () => {
    await assert.rejects(stamp.around(() => Promise.reject(new Error("no"))));
    assert.equal(stamp.isStale(), true);
  });

  it("is stale when an input was changed while the step ran", async () => {
    await stamp.around(async () => writeFileSync(path.join(folder, "a.ts"), "meanwhile"));
    assert.equal(stamp.isStale(), true);
  });
});
