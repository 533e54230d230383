import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { parseOptions } from "./options.mjs";
import { PLAN } from "./plan.mjs";

describe("parseOptions", () => {
  it("measures the whole plan, and writes it down, without options", () => {
    const { rows, writes, isWhole } = parseOptions([]);
    assert.deepEqual([rows.length, writes, isWhole], [PLAN.length, true, true]);
  });

  it("narrows by scenario or row, network and contender, and writes nothing down then", () => {
    const argv = ["--only", "start", "--profile", "fast4g", "--contender", "ours", "--repeats", "2"];
    const { rows, writes } = parseOptions(argv);
    assert.deepEqual(
      rows.map(({ id, contenders, repeats }) => [id, contenders, repeats]),
      [
        ["start-fast4g", ["ours"], 2],
        ["stall-fast4g", ["ours"], 2],
      ],
    );
    assert.equal(writes, false);
  });

  it("shortens for a quick try", () => {
    const { rows } = parseOptions(["--quick", "--only", "heap"]);
    assert.deepEqual([rows[0].repeats, rows[0].options], [1, { swipes: 6 }]);
  });

  it("says what it does not understand", () => {
    assert.throws(() => parseOptions(["--profile", "5g"]), /--profile takes fast4g/);
    assert.throws(() => parseOptions(["--only", "nonsense"]), /--list/);
    assert.throws(() => parseOptions(["--repeats", "0"]), /whole number/);
    assert.throws(() => parseOptions(["--fast"]), /--help/);
  });
});
