import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { formatFigure } from "./format.mjs";
import { formatTables, formatVerdicts } from "./tables.mjs";

describe("formatTables", () => {
  const sample = (contender, repeat, firstFrameMs) => ({
    row: "start-fast4g",
    contender,
    repeat,
    ...(firstFrameMs ? { figures: { firstFrameMs } } : { failure: "showed nothing" }),
  });

  it("shows medians, ranges and ratios, and does not hide a failure", () => {
    const samples = [
      sample("floor", 1, 2000),
      sample("ours", 1, 900),
      sample("mux", 1),
      sample("floor", 2, 1000),
      sample("ours", 2, 550),
    ];
    const contenders = new Map([["ours", { title: "micro-drama" }]]);
    assert.equal(
      formatTables({ samples, contenders }),
      [
        "**Navigation → first frame, fast 4G** (2 runs, medians)",
        "",
        "|  | first frame | of the floor |",
        "|---|---:|---:|",
        "| floor | 1.50 s (1.00 s–2.00 s) | 1.00 × |",
        "| micro-drama | 725 ms (550 ms–900 ms) | 0.50 × |",
        "| mux | failed | – |",
      ].join("\n"),
    );
  });
});

describe("formatVerdicts", () => {
  it("marks what was reached", () => {
    const verdict = { what: "first frame", figure: 0.5, unit: "×", target: "≤ 0.6", isReached: true };
    assert.match(formatVerdicts([verdict]), /\| first frame \| 0\.50 × \| ≤ 0\.6 \| ✓ \|/);
  });
});

describe("formatFigure", () => {
  it("keeps small shares visible and says nothing for nothing", () => {
    assert.deepEqual(
      [0, 0.004, 0.5].map((value) => formatFigure(value, "share")),
      ["0.00", "0.004", "0.50"],
    );
    assert.equal(formatFigure(null, "ms"), "–");
  });
});
