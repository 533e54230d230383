import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { eachSide } from "./each-side.js";

describe("eachSide", () => {
  it("keeps the order and never runs more than it may", async () => {
    let running = 0;
    let most = 0;
    const results = await eachSide([3, 1, 2, 5, 4], 2, async (item, index) => {
      running += 1;
      most = Math.max(most, running);
      for (let turn = 0; turn < item; turn += 1) await Promise.resolve();
      running -= 1;
      return `${index}:${item}`;
    });
    assert.deepEqual(results, ["0:3", "1:1", "2:2", "3:5", "4:4"]);
    assert.equal(most, 2);
  });

  it("waits for what is under way, starts nothing more, and throws the failure", async () => {
    const begun: number[] = [];
    const ended: number[] = [];
    const work = eachSide([0, 1, 2, 3], 2, async (item) => {
      begun.push(item);
      if (item === 0) throw new Error("no");
      await Promise.resolve();
      ended.push(item);
    });
    await assert.rejects(work, /no/);
    assert.deepEqual([begun, ended], [[0, 1], [1]]);
  });
});
