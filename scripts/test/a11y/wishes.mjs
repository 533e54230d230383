/** What viewers ask their system for: less motion, their own colours, more contrast. */
import assert from "node:assert/strict";
import { after, describe, it } from "node:test";
import { openStates } from "./open-states.mjs";

const { page, call, names, close } = await openStates();

describe("reduced motion", () => {
  after(close);

  it("moves and fades nothing in any state", async () => {
    await page.emulateMedia({ reducedMotion: "reduce" });
    const moving = [];
    for (const name of names) {
      await call("show", name);
      moving.push(...(await call("findMotion")).map((what) => `${name}: ${what}`));
    }
    assert.deepEqual(moving, []);
  });

  it("is what the test looks for: without the wish something moves", async () => {
    await page.emulateMedia({ reducedMotion: "no-preference" });
    await call("show", "playing");
    assert.notDeepEqual(await call("findMotion"), []);
  });

  for (const [wish, media] of Object.entries({
    "forced colours": { forcedColors: "active" },
    "more contrast": { contrast: "more" },
  }))
    it(`${wish}: axe finds nothing in any state, and every control has an edge`, async () => {
      await page.emulateMedia({
        forcedColors: "none",
        contrast: "no-preference",
        ...media,
        reducedMotion: "reduce",
      });
      const found = [];
      for (const name of names) {
        await call("show", name);
        found.push(...(await call("runAxe")).map((finding) => `${name}: ${finding}`));
        if (media.forcedColors) found.push(...(await call("findEdgeless")).map((what) => `${name}: ${what}`));
      }
      assert.deepEqual(found, []);
    });
});
