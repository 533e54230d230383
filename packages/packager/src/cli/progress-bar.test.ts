import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { createProgressBar, drawBar } from "./progress-bar.js";

const base = { episode: "e01", finished: 0, count: 12, fraction: 0.5, total: 0.25 };

describe("createProgressBar", () => {
  it("writes a plain line per step where nobody watches", () => {
    const lines: string[] = [];
    const bar = createProgressBar({ print: () => {}, note: (line) => lines.push(line), width: 80 });
    bar.show({ ...base, phase: "encoding" });
    bar.show({ ...base, phase: "encoding", fraction: 0.7 });
    bar.show({ ...base, phase: "done", finished: 1, fraction: 1 });
    bar.show({ ...base, episode: "e02", phase: "unchanged", finished: 2 });
    assert.deepEqual(lines, ["       e01 encoding …", "[ 1/12] e01 done", "[ 2/12] e02 unchanged, kept"]);
  });

  it("draws one line over itself in a terminal", () => {
    const drawn: string[] = [];
    const terminal = {
      print: () => {},
      note: () => {},
      redraw: (line: string) => drawn.push(line),
      width: 60,
    };
    const bar = createProgressBar(terminal, () => 0);
    bar.show({ ...base, phase: "encoding" });
    bar.end();
    assert.deepEqual(drawn, ["██████░░░░░░░░░░░░░░░░░░  25 %  e01  50 %", ""]);
  });
});

describe("drawBar", () => {
  it("says how long it will take, and never wraps", () => {
    const active = new Map([["e01", 0.5]]);
    assert.match(drawBar({ total: 0.25 }, active, { seconds: 30, width: 80 }), / 1:30 left$/);
    assert.equal(drawBar({ total: 0.25 }, active, { seconds: 30, width: 20 }).length, 19);
  });
});
