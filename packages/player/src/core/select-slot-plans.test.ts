import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { parseSeries } from "@micro-drama/protocol";
import { INITIAL_MODEL, type PlayerModel } from "./player-model.js";
import { type SlotPlanOptions, selectLaterTargets, selectSlotPlans } from "./select-slot-plans.js";

/** Free episodes e1 to e6, but for e4. */
const series = parseSeries({
  version: 1,
  id: "s",
  title: "S",
  episodes: [1, 2, 3, 4, 5, 6].map((number) => ({
    ...{ id: `e${number}`, number, title: `${number}` },
    ...(number === 4
      ? { access: "locked" }
      : { access: "free", source: { type: "hls", url: `https://cdn.example/${number}/main.m3u8` } }),
  })),
});

const OPTIONS: SlotPlanOptions = {
  direction: 1,
  savesData: false,
  access: () => undefined,
};

function modelAt(number: number): PlayerModel {
  return { ...INITIAL_MODEL, series, index: number - 1 };
}

/** As `e1 current, e2 warm`, by slot; empty slots left out. */
function plan(number: number, more: Partial<SlotPlanOptions> = {}): string {
  const plans = selectSlotPlans(modelAt(number), { ...OPTIONS, ...more });
  assert.deepEqual(plans.map(({ slot }) => slot).sort(), [0, 1, 2], "each slot has one plan");
  const held = plans.flatMap(({ target, role }) => (target ? [`${target.key.slice(2)} ${role}`] : []));
  return held.sort().join(", ");
}

function later(number: number, more: Partial<SlotPlanOptions> = {}): readonly string[] {
  return selectLaterTargets(modelAt(number), { ...OPTIONS, ...more }).map(({ key }) => key.slice(2));
}

describe("selectSlotPlans", () => {
  it("warms the next episode, and keeps the one that was left", () => {
    assert.equal(plan(2), "e1 hold, e2 current, e3 warm");
    assert.equal(plan(1), "e1 current, e2 warm");
  });

  it("warms the one before for a viewer who goes back", () => {
    assert.equal(plan(2, { direction: -1 }), "e1 warm, e2 current, e3 hold");
    assert.equal(plan(1, { direction: -1 }), "e1 current, e2 warm", "there is none before:");
  });

  it("gives a locked episode no media, and warms the other neighbour", () => {
    assert.equal(plan(3), "e2 warm, e3 current");
    assert.equal(plan(4), "e3 hold, e5 warm");
  });

  it("warms nothing for a viewer who saves data", () => {
    assert.equal(plan(2, { savesData: true }), "e1 hold, e2 current, e3 hold");
  });
});

describe("selectLaterTargets", () => {
  it("looks past the neighbour, the way that the viewer goes", () => {
    assert.deepEqual(later(1), ["e3"]);
    assert.deepEqual(later(3, { direction: -1 }), ["e1"]);
  });

  it("finds nothing behind the ends, behind a lock and for a viewer who saves data", () => {
    assert.deepEqual([later(5), later(1, { direction: -1 }), later(2)], [[], [], []]);
    assert.deepEqual(later(1, { savesData: true }), []);
  });
});
