import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { findImports } from "./find-imports.mjs";
import { checkFile, checkLazy } from "./imports.mjs";

const SOURCE = `import { html } from "lit";
import type { Series } from "@micro-drama/protocol";
import {
  one,
  two,
} from "./numbers.js";
import "./side-effect.js";
export * from "../all.js";
export type { Three } from "./three.js";
/**
 * import { wrong } from "docblock";
 * await import("docblock");
 */
const Hls = await import("hls.js/light");
type Config = import("hls.js").HlsConfig;
const text = "import x";
`;

const playerFile = (imports) => ({
  name: "player",
  file: "packages/player/src/media/a.ts",
  dependencies: ["lit"],
  imports,
});
const toStatic = (specifier) => ({ specifier, isDynamic: false, isType: false });

describe("findImports", () => {
  it("finds every way to import, and none in comments or text", () => {
    assert.deepEqual(
      findImports(SOURCE).map(
        ({ specifier, isDynamic, isType }) =>
          `${specifier}${isDynamic ? " dynamic" : ""}${isType ? " type" : ""}`,
      ),
      [
        "lit",
        "@micro-drama/protocol type",
        "./numbers.js",
        "./side-effect.js",
        "../all.js",
        "./three.js type",
        "hls.js/light dynamic",
        "hls.js dynamic type",
      ],
    );
  });
});

describe("checkFile", () => {
  it("lets through declared packages and relative imports of the same package", () => {
    assert.deepEqual(
      checkFile(playerFile([toStatic("lit/directives/repeat.js"), toStatic("../core/index.js")])),
      [],
    );
  });

  it("refuses the server, Node, undeclared packages and relative ways out", () => {
    const wrong = ["@micro-drama/server", "node:fs", "lodash", "../../../sdk/src/index.js"];
    const problems = checkFile(playerFile(wrong.map(toStatic)));
    assert.equal(problems.length, 4);
    assert.match(problems[0], /player may import protocol and sdk/);
    assert.match(problems[1], /also runs in browsers/);
    assert.match(problems[2], /no dependency/);
    assert.match(problems[3], /stays inside its package/);
  });
});

describe("checkLazy", () => {
  const lazy = { specifier: "hls.js/light", isDynamic: true, isType: false };

  it("is satisfied with one door, and with types anywhere", () => {
    const types = { specifier: "hls.js", isDynamic: false, isType: true };
    assert.deepEqual(
      checkLazy([
        { file: "a.ts", imports: [lazy, lazy] },
        { file: "b.ts", imports: [types] },
      ]),
      [],
    );
  });

  it("refuses a static import and a second door", () => {
    assert.match(checkLazy([{ file: "a.ts", imports: [toStatic("hls.js")] }])[0], /statically/);
    assert.match(
      checkLazy([
        { file: "a.ts", imports: [lazy] },
        { file: "b.ts", imports: [lazy] },
      ])[0],
      /only door/,
    );
  });
});
