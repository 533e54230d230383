import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { findBrokenCommands } from "./readme.mjs";

const WORLD = {
  scripts: ["start", "test", "check"],
  packages: ["@micro-drama/player"],
  bins: ["@micro-drama/packager"],
  fileExists: (path) => path === "scripts/start.mjs",
};

const inBlock = (...lines) => ["Words.", "```sh", ...lines, "```"].join("\n");

describe("findBrokenCommands", () => {
  it("is satisfied with commands that exist", () => {
    const text = inBlock(
      "npm start",
      "$ npm test -- unit sdk",
      "npm run check -- --record",
      "npm install @micro-drama/player",
      "npx @micro-drama/packager ./films --out ./series",
      "npx some-other-tool",
      "node scripts/start.mjs",
      "npm ci",
    );
    assert.deepEqual(findBrokenCommands(text, WORLD), []);
  });

  it("names each command that does not", () => {
    const text = inBlock(
      "npm run fly",
      "npm install @micro-drama/vue",
      "npx @micro-drama/player",
      "node gone.mjs",
    );
    const problems = findBrokenCommands(text, WORLD);
    assert.equal(problems.length, 4);
    assert.match(problems[0], /"fly"/);
    assert.match(problems[3], /gone\.mjs/);
  });

  it("leaves prose alone", () => {
    assert.deepEqual(findBrokenCommands("npm run fly is no command here", WORLD), []);
  });
});
