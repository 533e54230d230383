/** Words over the film keep their contrast, whatever the film shows: measured in pictures, behind the words. */
import assert from "node:assert/strict";
import { after, before, describe, it } from "node:test";
import { openStates } from "./open-states.mjs";

const { page, call, close } = await openStates();

/** The worst a film can do to white words, and to what is drawn around them; and what a film looks like. */
const FILMS = {
  white: "#fff",
  "bright and busy": "repeating-conic-gradient(#fff 0 25%, #ffe9a8 0 50%) 0 / 24px 24px",
  black: "#000",
};

const STATES = ["playing", "paused", "captions-placed", "sound-hint", "offline", "inline-playing"];

describe("contrast over the film", () => {
  before(() => page.emulateMedia({ reducedMotion: "reduce" }));
  after(close);

  for (const [what, film] of Object.entries(FILMS))
    for (const name of STATES)
      it(`${name} over ${what}: words at least 4.5 to 1, large ones and signs 3 to 1`, async () => {
        await call("show", name, { film });
        const boxes = await call("findWordsOverFilm");
        assert.ok(boxes.length > 0, "there are words");
        await call("hideWords");
        const png = (await page.screenshot()).toString("base64");
        const measured = await call("measureContrast", png, boxes);
        assert.deepEqual(
          measured
            .filter(({ contrast, needs }) => contrast < needs)
            .map(({ words, contrast, needs }) => `${words}: ${contrast}, needs ${needs}`),
          [],
        );
      });
});
