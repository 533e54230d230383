/** axe-core in every state, in both directions and both colour schemes. */
import assert from "node:assert/strict";
import { after, describe, it } from "node:test";
import { openStates } from "./open-states.mjs";

const { page, call, names, close } = await openStates();
const DIRECTIONS = { ltr: "en", rtl: "ar" };

describe("axe", () => {
  after(close);

  for (const [direction, lang] of Object.entries(DIRECTIONS))
    for (const colorScheme of ["light", "dark"])
      describe(`${direction}, ${colorScheme}`, () => {
        for (const name of names)
          it(`finds nothing in ${name}`, async () => {
            await page.emulateMedia({ colorScheme });
            await call("show", name, { lang });
            assert.deepEqual(await call("runAxe"), []);
          });
      });
});
