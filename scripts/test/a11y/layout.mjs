/** Nothing cut, covered or too small to press, whatever the language, the window and the size of the text. */
import assert from "node:assert/strict";
import { after, before, describe, it } from "node:test";
import { openStates } from "./open-states.mjs";

const { page, call, names, languageTags, close } = await openStates();

const WINDOWS = {
  "320 px": { width: 320, height: 568, text: 16 },
  "twice the text": { width: 390, height: 844, text: 32 },
  "a phone on its side": { width: 844, height: 390, text: 16 },
};

describe("layout", () => {
  // Nothing to wait for.
  before(() => page.emulateMedia({ reducedMotion: "reduce" }));
  after(close);

  for (const [window, { text, ...size }] of Object.entries(WINDOWS))
    for (const lang of languageTags)
      it(`${window}, ${lang}: everything can be read and pressed`, async () => {
        await page.setViewportSize(size);
        const clashes = [];
        for (const name of names) {
          await call("show", name, { lang });
          await call("setTextSize", text);
          clashes.push(...(await call("findClashes")).map((clash) => `${name}: ${clash}`));
        }
        assert.deepEqual(clashes, []);
      });
});
