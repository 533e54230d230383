/** A page that draws the sheet of a lock itself, from the public state alone, and sells with it. */
import assert from "node:assert/strict";
import { test } from "node:test";
import { startDemo } from "./demo.mjs";
import { openDriver } from "./drivers/open-driver.mjs";
import { stateWith } from "./page-state.mjs";
import { createSteps } from "./steps.mjs";

const engine = process.env.JOURNEY_ENGINE ?? "blink";

/** The first lock of the sample series. */
const LOCKED = 4;

test(`a sheet of the page's own in ${engine}`, async (context) => {
  const demo = await startDemo();
  context.after(() => demo.stop());
  const driver = await openDriver(engine);
  context.after(() => driver.close());
  const step = createSteps(context, driver);
  const { evaluate, tap, waitFor } = driver;
  const until = (wanted) => waitFor(stateWith, [wanted], { what: `the state ${JSON.stringify(wanted)}` });

  await step("at the lock stands the page's sheet, and the player's does not", async () => {
    await driver.goto(new URL("/own-sheet.html", demo.url).href);
    await until({ mode: "page", number: 1 });
    await evaluate(goTo, LOCKED);
    await until({ number: LOCKED, stage: "gate", access: "locked" });
    const sheet = await waitFor(readSheet, [], { what: "offers on the page's sheet" });
    assert.deepEqual(sheet, {
      title: "Episode 4 is for readers with coins",
      purse: "You have 300 coins.",
      isBuiltInSeen: false,
    });
    // A picture after it is seen: before, it cannot take it.
    await waitFor(hasFocus, [], { what: "the focus on the page's sheet" });
  });

  await step("Not now leads back to the last episode that plays", async () => {
    await tap(".own-leave");
    await until({ number: LOCKED - 1, access: "free" });
    await evaluate(goTo, LOCKED);
    await until({ number: LOCKED, stage: "gate", access: "locked" });
  });

  await step("its button really unlocks, and the episode plays", async () => {
    await waitFor(readSheet, [], { what: "offers on the page's sheet" });
    await tap(".own-sheet [data-offer=coins]");
    await until({ number: LOCKED, access: "granted", stage: "playing" });
  });
});

// What follows runs in the page.

function goTo(number) {
  document.querySelector("micro-drama").goTo(number);
}

function readSheet() {
  const sheet = document.querySelector(".own-sheet");
  if (!sheet.querySelector("[data-offer=coins]") || sheet.getClientRects().length === 0) return undefined;
  const builtIn = document.querySelector("micro-drama").shadowRoot.querySelector("[part~=gate]");
  return {
    title: sheet.querySelector("h2").textContent,
    purse: sheet.querySelector(".own-purse").textContent,
    isBuiltInSeen: builtIn !== null && builtIn.getClientRects().length > 0,
  };
}

function hasFocus() {
  return document.activeElement === document.querySelector(".own-sheet");
}
