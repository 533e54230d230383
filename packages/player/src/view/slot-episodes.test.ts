import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { selectSlotEpisodes } from "./slot-episodes.js";

describe("selectSlotEpisodes", () => {
  it("puts episode i into slot i % 3, with its neighbours around it", () => {
    for (let index = 1; index < 20; index += 1) {
      const slots = selectSlotEpisodes(index, 21).map((slot) => slot.index);
      for (const [slot, episode] of slots.entries()) assert.equal(episode % 3, slot);
      assert.deepEqual(
        [...slots].sort((a, b) => a - b),
        [index - 1, index, index + 1],
      );
    }
  });

  it("changes one slot per step", () => {
    const before = selectSlotEpisodes(4, 9).map((slot) => slot.index);
    const after = selectSlotEpisodes(5, 9).map((slot) => slot.index);
    assert.equal(after.filter((episode, slot) => episode !== before[slot]).length, 1);
  });

  it("leaves the slots before the first and after the last episode empty", () => {
    assert.deepEqual(selectSlotEpisodes(0, 2), [
      { index: 0, isEmpty: false },
      { index: 1, isEmpty: false },
      { index: -1, isEmpty: true },
    ]);
    assert.deepEqual(
      selectSlotEpisodes(1, 2).map((slot) => slot.isEmpty),
      [false, false, true],
    );
  });

  it("has three empty slots while there is no series", () => {
    assert.ok(selectSlotEpisodes(0, 0).every((slot) => slot.isEmpty));
  });
});
