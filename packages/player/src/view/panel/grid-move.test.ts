import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { type GridPlace, moveInGrid } from "./grid-move.js";

const place: GridPlace = { at: 4, count: 100, columns: 3, pageSize: 30, isRtl: false, isFar: false };
const move = (key: string, change: Partial<GridPlace> = {}) => moveInGrid(key, { ...place, ...change });

describe("moveInGrid", () => {
  it("goes by one and by a row", () => {
    assert.deepEqual(
      ["ArrowLeft", "ArrowRight", "ArrowUp", "ArrowDown"].map((key) => move(key)),
      [3, 5, 1, 7],
    );
  });

  it("goes the other way where lines run from right to left", () => {
    assert.deepEqual([move("ArrowLeft", { isRtl: true }), move("ArrowRight", { isRtl: true })], [5, 3]);
  });

  it("stays at the ends of the list, and goes on into the next page", () => {
    assert.deepEqual(
      [move("ArrowLeft", { at: 0 }), move("ArrowUp", { at: 2 }), move("ArrowRight", { at: 99 })],
      [0, 2, 99],
    );
    assert.deepEqual([move("ArrowRight", { at: 29 }), move("ArrowDown", { at: 29 })], [30, 32]);
  });

  it("finds the ends of the row, also of the last one of a page, and those of the list", () => {
    assert.deepEqual([move("Home"), move("End")], [3, 5]);
    assert.deepEqual([move("Home", { at: 29, columns: 4 }), move("End", { at: 28, columns: 4 })], [28, 29]);
    assert.deepEqual([move("Home", { isFar: true }), move("End", { isFar: true })], [0, 99]);
  });

  it("turns pages", () => {
    assert.deepEqual(
      [move("PageDown"), move("PageUp", { at: 64 }), move("PageDown", { at: 95 })],
      [34, 34, 99],
    );
  });

  it("leaves other keys alone", () => {
    assert.equal(move("a"), undefined);
  });
});
