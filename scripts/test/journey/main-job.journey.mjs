/** The main job, end to end, as a viewer does it, against what `npm start` serves. */
import assert from "node:assert/strict";
import { test } from "node:test";
import { startDemo } from "./demo.mjs";
import { openDriver } from "./drivers/open-driver.mjs";
import { sampleVideo } from "./drivers/page-functions.mjs";
import { lastEvent, listenToEvents, readState, stateWith } from "./page-state.mjs";
import { SELECTORS } from "./selectors.mjs";
import { createSteps } from "./steps.mjs";

const engine = process.env.JOURNEY_ENGINE ?? "blink";

/** The sample series and the demo's price list: three free episodes, then 90 coins each out of 300. */
const FREE_EPISODES = 3;
const PRICE = 90;
const FIRST_COINS = 300;
const TOP_UP = 500;

const TAP_AFTER_FLICK_MS = 700;

test(`the main job in ${engine}`, async (context) => {
  const demo = await startDemo();
  context.after(() => demo.stop());
  const driver = await openDriver(engine);
  context.after(() => driver.close());
  const step = createSteps(context, driver);
  const { tap, swipeUp, waitFor } = driver;
  const until = (wanted) => waitFor(stateWith, [wanted], { what: `the state ${JSON.stringify(wanted)}` });
  let coins = FIRST_COINS;

  /** The stage says so, the clock moves and so do the pixels. */
  async function expectPlaying(number) {
    await until({ number, stage: "playing" });
    const first = await waitFor(sampleVideo, [], { what: "a video on the screen" });
    assert.ok(first.picture, "the pixels can be read");
    const isLater = await waitFor(sampleLaterThan, [first.time + 0.3], {
      what: `currentTime beyond ${first.time + 0.3}`,
    });
    assert.ok(isLater);
    const later = await driver.evaluate(sampleVideo);
    assert.notDeepEqual(later.picture, first.picture, "the pixels move");
  }

  async function expectGate(number) {
    await until({ number, stage: "gate", access: "locked" });
    await waitFor(firstNumberIs, [SELECTORS.balance, coins], { what: `${coins} coins on the sheet` });
  }

  async function unlock(number) {
    await tap(SELECTORS.unlockWithCoins);
    await until({ number, access: "granted" });
    const { charged } = await waitFor(lastEvent, ["drama-unlock-success"], { what: "drama-unlock-success" });
    assert.equal(charged.amount, PRICE);
    coins -= PRICE;
    await expectPlaying(number);
  }

  async function openPlayer() {
    await driver.evaluate(listenToEvents, ["drama-unlock-success", "drama-gate-open", "drama-error"]);
    await waitFor(readState, [], { what: "the element" });
    await tap(SELECTORS.card);
    await until({ mode: "immersive" });
  }

  await step("an article with the embed in it", async () => {
    await driver.goto(demo.url);
    const state = await until({ mode: "inline", number: 1 });
    assert.equal(state.access, "free");
  });

  await step("a tap opens it, and the first episode plays", async () => {
    await openPlayer();
    await expectPlaying(1);
  });

  await step("a swipe each brings the other free episodes, which play at once", async () => {
    for (let number = 2; number <= FREE_EPISODES; number += 1) {
      await swipeUp();
      await expectPlaying(number);
    }
  });

  await step("a tap soon after a flick is heard", async () => {
    // Chromium's own fling after a finger was lifted takes taps for almost two seconds, as the end of that fling.
    await driver.swipeDown();
    await new Promise((resolve) => setTimeout(resolve, TAP_AFTER_FLICK_MS));
    await tap(driver.middle);
    await until({ number: FREE_EPISODES - 1, stage: "paused" });
    await tap(driver.middle);
    await swipeUp();
    await expectPlaying(FREE_EPISODES);
  });

  await step("the next swipe meets the lock, and the sheet shows the wallet", async () => {
    await swipeUp();
    await expectGate(FREE_EPISODES + 1);
  });

  await step("coins unlock the episode, and it plays", async () => {
    await unlock(FREE_EPISODES + 1);
  });

  await step("after a reload it is still owned", async () => {
    await driver.reload();
    await openPlayer();
    for (let number = 2; number <= FREE_EPISODES + 1; number += 1) {
      // At rest: a second wheel within the same few milliseconds belongs to the first swipe.
      await expectPlaying(number - 1);
      await swipeUp();
    }
    await expectPlaying(FREE_EPISODES + 1);
    assert.equal((await driver.evaluate(readState)).access, "granted");
  });

  await step("the balance is right, and buys until it is spent", async () => {
    for (let number = FREE_EPISODES + 2; coins >= PRICE; number += 1) {
      await swipeUp();
      await expectGate(number);
      await unlock(number);
    }
  });

  await step("out of coins, a top-up comes back to the same unlock, and it plays", async () => {
    const number = FREE_EPISODES + 1 + Math.floor(FIRST_COINS / PRICE);
    await swipeUp();
    await expectGate(number);
    await tap(SELECTORS.topUp);
    coins += TOP_UP;
    await expectGate(number);
    await unlock(number);
  });
});

/** Runs in the page: true once a visible video is beyond a time. */
function sampleLaterThan(time) {
  const all = (root) => [
    ...root.querySelectorAll("video"),
    ...[...root.querySelectorAll("*")].flatMap((element) =>
      element.shadowRoot ? all(element.shadowRoot) : [],
    ),
  ];
  return all(document).some(({ paused, currentTime }) => !paused && currentTime > time);
}

/** Runs in the page: whether the first number of an element's words, inside any open shadow root, is this one. */
function firstNumberIs(selector, number) {
  const all = (root) => [
    ...root.querySelectorAll(selector),
    ...[...root.querySelectorAll("*")].flatMap((element) =>
      element.shadowRoot ? all(element.shadowRoot) : [],
    ),
  ];
  return all(document).some((element) => Number(element.textContent.match(/\d+/)?.[0]) === number);
}
