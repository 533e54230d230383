/** The accessibility tree of the main states, against those that somebody has read; and what is announced. */
import assert from "node:assert/strict";
import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { after, describe, it } from "node:test";
import { fromRoot } from "../../lib/paths.mjs";
import { openStates } from "./open-states.mjs";
import { readTree } from "./read-tree.mjs";

const { page, call, close } = await openStates();

const FOLDER = fromRoot("scripts/test/a11y/trees");
const STATES = [
  "inline",
  "playing",
  "paused",
  "episodes",
  "captions",
  "gate",
  "gate-poor",
  "gate-signed-out",
  "ended",
  "error",
];
const isUpdating = process.env.A11Y_UPDATE === "1";

after(close);

describe("accessibility tree", () => {
  for (const name of STATES)
    it(`of ${name} is the one that was read`, async () => {
      await call("show", name);
      const tree = await readTree(page);
      const file = `${FOLDER}/${name}.txt`;
      if (isUpdating || !existsSync(file)) {
        assert.ok(isUpdating, `${name} has no tree yet: npm run test:a11y -- tree --update`);
        mkdirSync(FOLDER, { recursive: true });
        writeFileSync(file, tree);
      }
      assert.equal(tree, readFileSync(file, "utf8"));
    });
});

describe("announcements", () => {
  it("tell what has become true, in one polite place, and nothing twice", async () => {
    await call("show", "playing");
    const told = [await call("status")];
    const tell = async (change) => {
      await call("set", change);
      told.push(await call("status"));
    };
    await tell({ index: 1 });
    await tell({ position: 40 });
    await tell({ online: false });
    await tell({ online: true, stage: "paused" });
    assert.deepEqual(told, [
      "Episode 3 of 8: What the tide brought",
      "Episode 2 of 8: A stranger on the rocks",
      "Episode 2 of 8: A stranger on the rocks",
      "You are offline. What is loaded keeps playing.",
      "Episode 2 of 8: A stranger on the rocks",
    ]);
    for (const [name, words] of Object.entries({
      gate: /locked\. Nothing is charged/,
      "gate-pending": /payment is on its way/,
      "gate-confirming": /not charged twice/,
      "series-failure": /could not be loaded/,
      ended: /last episode so far/,
    })) {
      await call("show", name);
      assert.match(await call("status"), words, name);
    }
  });
});
