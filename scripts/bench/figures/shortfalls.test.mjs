import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { PLAN } from "../plan.mjs";
import { findShortfalls, judge } from "./shortfalls.mjs";
import { TARGETS } from "./targets.mjs";

const sample = (contender, repeat, ms) => ({ row: "r", contender, repeat, figures: { ms } });
const target = (more) => ({ what: "w", row: "r", figure: "ms", unit: "ms", ...more });
const samples = [
  sample("floor", 1, 100),
  sample("ours", 1, 50),
  sample("floor", 2, 10),
  sample("ours", 2, 6),
  sample("best", 1, 0),
];

describe("judge", () => {
  it("compares the median, the worst, and pairs", () => {
    const verdicts = judge(
      [
        target({ how: "median", atMost: 28 }),
        target({ how: "max", atMost: 28 }),
        target({ how: "ratio", against: ["floor"], atMost: 0.55 }),
        target({ how: "below", against: ["floor"] }),
        target({ how: "median", atLeast: 29 }),
        target({ how: "notAbove", against: ["ours"] }),
        target({ how: "notAbove", against: ["best"] }),
      ],
      samples,
    );
    assert.deepEqual(
      verdicts.map(({ figure, isReached }) => [figure, isReached]),
      [
        [28, true],
        [50, false],
        [0.55, true],
        [28, true],
        [28, false],
        [28, true],
        [28, false],
      ],
    );
  });

  it("leaves out what was not measured", () => {
    assert.deepEqual(judge([target({ how: "median", atMost: 1, row: "other" })], samples), []);
    assert.deepEqual(judge([target({ how: "below", against: ["mux"] })], samples), []);
  });

  it("does not let a failure pass", () => {
    const failed = [{ row: "r", contender: "ours", repeat: 1, failure: "never showed a frame" }];
    const [verdict] = judge([target({ how: "max", atMost: 5 })], failed);
    assert.deepEqual([verdict.figure, verdict.isReached], [null, false]);
  });

  it("knows only targets of the plan", () => {
    const rows = new Map(PLAN.map((row) => [row.id, row]));
    for (const { row, what, against = [] } of TARGETS.filter((one) => one.row !== "script")) {
      assert.ok(rows.get(row)?.contenders.includes("ours"), what);
      for (const name of against) assert.ok(rows.get(row).contenders.includes(name), `${what}: ${name}`);
    }
  });
});

describe("findShortfalls", () => {
  it("keeps what was not reached, with its figure and target", () => {
    const verdicts = judge([target({ how: "max", atMost: 28 }), target({ how: "max", atMost: 50 })], samples);
    assert.deepEqual(findShortfalls(verdicts), [{ what: "w", unit: "ms", figure: 50, target: "≤ 28" }]);
  });
});
