/** The main job with keys alone, and where the focus is at each step, against what `npm start` serves. */
import assert from "node:assert/strict";
import { test } from "node:test";
import { startDemo } from "../journey/demo.mjs";
import { openDriver } from "../journey/drivers/open-driver.mjs";
import { readState, stateWith } from "../journey/page-state.mjs";
import { createSteps } from "../journey/steps.mjs";
import { focusIn, readFocus } from "./page/read-focus.mjs";

const engine = process.env.JOURNEY_ENGINE ?? "blink";

/** More than any sheet has controls. */
const MOST_TABS = 40;

test(`the main job with keys alone in ${engine}`, async (context) => {
  const demo = await startDemo();
  context.after(() => demo.stop());
  const driver = await openDriver(engine);
  context.after(() => driver.close());
  const step = createSteps(context, driver);
  const { key, waitFor } = driver;
  const until = (wanted) => waitFor(stateWith, [wanted], { what: `the state ${JSON.stringify(wanted)}` });
  const untilFocus = (part) => waitFor(focusIn, [part], { what: `the focus in ${part}` });

  /** Presses Tab until the focus is on a part; answers every part that it came by. */
  async function tabTo(part) {
    const passed = [];
    for (let presses = 0; presses < MOST_TABS; presses += 1) {
      await key("Tab");
      const at = await driver.evaluate(readFocus);
      passed.push(at.part);
      if (at.part.split(" ").includes(part)) return passed;
    }
    throw new Error(`Tab never came to ${part}, but to ${passed.join(", ")}`);
  }

  await step("Tab reaches the embed in the article, and Enter opens it", async () => {
    await driver.goto(demo.url);
    await until({ mode: "inline", number: 1 });
    await tabTo("card");
    await key("Enter");
    await until({ mode: "immersive", stage: "playing" });
  });

  await step("the focus is inside, and Tab goes round the controls without leaving", async () => {
    const passed = await tabTo("share-button");
    assert.ok(!passed.includes(""), `the focus left the player: ${passed}`);
    const order = ["mute-button", "episodes-button", "share-button"].map((part) =>
      passed.findIndex((at) => at.includes(part)),
    );
    assert.deepEqual(
      order,
      [...order].sort((one, other) => one - other),
      passed.join(", "),
    );
  });

  await step("Space and K pause, arrows seek, M mutes", async () => {
    await key("k");
    await until({ stage: "paused" });
    const { position, muted } = await waitFor(readState);
    await key("ArrowRight");
    await waitFor(isBeyond, [position + 2], { what: "a later position" });
    await key("m");
    await until({ muted: !muted });
    await key("k");
    await until({ stage: "playing" });
  });

  await step("the list of episodes takes the focus, and Escape gives it back", async () => {
    await tabTo("episodes-button");
    await key("Enter");
    await untilFocus("panel");
    await tabTo("panel-close-button");
    await key("Escape");
    await untilFocus("episodes-button");
    await until({ mode: "immersive" });
  });

  await step("down goes to the lock, whose sheet takes the focus", async () => {
    for (let number = 2; number <= 4; number += 1) {
      await key("ArrowDown");
      await until({ number });
    }
    await until({ stage: "gate", access: "locked" });
    await untilFocus("gate");
  });

  await step("Escape leaves the lock for the episode before, and down comes back", async () => {
    await key("Escape");
    await until({ number: 3 });
    await key("ArrowDown");
    await until({ number: 4, stage: "gate" });
    await untilFocus("gate");
  });

  await step("Tab stays in the sheet; Enter on its button unlocks, and the film plays", async () => {
    const passed = await tabTo("unlock-button");
    for (const part of passed) assert.doesNotMatch(part, /card-play|mute-button/, "behind the sheet");
    await waitFor(isReady, ["[part~=unlock-button]"], { what: "a button that takes a press" });
    await key("Enter");
    await until({ number: 4, access: "granted", stage: "playing" });
  });

  await step("Escape closes the player, and the focus is where it was in the article", async () => {
    await key("Escape");
    await until({ mode: "inline" });
    await untilFocus("card");
  });
});

function isBeyond(position) {
  return document.querySelector("micro-drama").state.position > position;
}

function isReady(selector) {
  return !document
    .querySelector("micro-drama")
    .shadowRoot.querySelector(selector)
    .hasAttribute("aria-disabled");
}
