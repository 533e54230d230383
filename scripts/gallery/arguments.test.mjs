import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { readArguments } from "./arguments.mjs";

describe("readArguments", () => {
  it("serves when nothing is asked for", () => {
    const { shoot, check, sizes } = readArguments([]);
    assert.deepEqual(
      { shoot, check, sizes },
      { shoot: undefined, check: false, sizes: ["phone", "landscape", "desktop"] },
    );
  });

  it("reads where pictures go, of what, and with which switches", () => {
    const { shoot, only, sizes, query } = readArguments(
      "--shoot out --only gate --only ended --size phone --dir rtl --scheme dark".split(" "),
    );
    assert.deepEqual(
      { shoot, only, sizes, query },
      { shoot: "out", only: ["gate", "ended"], sizes: ["phone"], query: { dir: "rtl", scheme: "dark" } },
    );
  });

  it("says what it does not know", () => {
    assert.match(readArguments(["--wide"]).problem, /--wide/);
    assert.match(readArguments(["--size", "watch"]).problem, /no size "watch"/);
  });
});
