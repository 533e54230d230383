import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { placeCue } from "./place-cue.js";

describe("placeCue", () => {
  it("keeps a box inside the room: at the top it hangs down, at the bottom it stands", () => {
    const box = (line: number) => {
      const { y, shiftY } = placeCue({ line }, "One");
      return [y, shiftY];
    };
    assert.deepEqual(
      [box(0.5), box(50), box(100)],
      [
        [0.5, -0.5],
        [50, -50],
        [100, -100],
      ],
    );
  });

  it("aligns around the position, and takes no more room than there is", () => {
    const { x, shiftX, size } = placeCue({ line: 10, position: 20, align: "center" }, "One");
    assert.deepEqual([x, shiftX, size], [20, -50, 40]);
    assert.equal(placeCue({ position: 30, align: "left", size: 90 }, "One").size, 70);
    assert.equal(placeCue({ position: 100, align: "left" }, "One").size, 1);
  });

  it("starts where the words start", () => {
    const side = (text: string) => placeCue({ align: "start" }, text);
    assert.deepEqual([side("One").x, side("One").align], [0, "left"]);
    assert.deepEqual([side("— ينطفئ").x, side("— ينطفئ").align], [100, "right"]);
    assert.equal(placeCue({ align: "end" }, "ينطفئ").align, "left");
  });

  it("counts vertical lines from the side where they begin", () => {
    const { x, y, vertical } = placeCue({ vertical: "rl", line: 0, align: "start" }, "灯が消える");
    assert.deepEqual([x, y, vertical], [100, 0, "rl"]);
  });
});
