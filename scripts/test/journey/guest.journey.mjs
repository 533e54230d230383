/** The player as a guest on somebody else's page: it takes nothing, moves nothing, breaks nothing. */
import assert from "node:assert/strict";
import { cp, mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { test } from "node:test";
import { fromRoot } from "../../lib/paths.mjs";
import { startDemo } from "./demo.mjs";
import { openDriver } from "./drivers/open-driver.mjs";
import { serveGuestPages, serveWithCors } from "./fixtures/guest-server.mjs";
import {
  centrePlayer,
  fetched,
  measurePlaces,
  readFallback,
  readHostLit,
  readMarkup,
  readTrespasses,
  restingScroll,
} from "./guest-page-functions.mjs";
import { stateWith } from "./page-state.mjs";
import { SELECTORS } from "./selectors.mjs";
import { createSteps } from "./steps.mjs";

const engine = process.env.JOURNEY_ENGINE ?? "blink";

/** The sample series: three free episodes before the first lock. */
const FREE_EPISODES = 3;

/** Where a publisher might put a copy of the player. */
const VENDOR_PATH = "/vendor/2026/player";

const PLAYER_CODE = "/micro-drama\\.js|/chunks/";
const SERIES_AND_MEDIA = "series\\.json|\\.m3u8|\\.m4s|\\.mp4";

test(`a good guest in ${engine}`, async (context) => {
  const demo = await startDemo();
  context.after(() => demo.stop());
  const guest = await serveGuestPages(demo.url);
  context.after(() => guest.close());
  const driver = await openDriver(engine);
  context.after(() => driver.close());
  const step = createSteps(context, driver);
  const { evaluate, tap, waitFor } = driver;
  const until = (wanted) => waitFor(stateWith, [wanted], { what: `the state ${JSON.stringify(wanted)}` });
  const belowTheFold = (embed, entry) =>
    `${guest.origin}/below-the-fold?${new URLSearchParams({ embed, entry })}`;
  let asWritten;
  let reading;
  let firstLine = 0;

  async function expectSameSpot() {
    const { y } = await evaluate(restingScroll);
    // Gecko rounds a scripted scroll to whole pixels only later.
    assert.ok(Math.abs(y - reading.y) < 1, `the reader was at ${reading.y} and is at ${y}`);
  }

  async function openHere() {
    await evaluate(centrePlayer);
    reading = await evaluate(restingScroll);
    assert.ok(reading.y > 0, "the player lies below the top of the article");
    await tap(SELECTORS.card);
    await until({ mode: "immersive", number: 1, stage: "playing" });
  }

  async function expectPassing(move) {
    const at = await evaluate(centrePlayer);
    const before = await evaluate(restingScroll);
    for (let turn = 1; turn <= 2; turn += 1) await move(at);
    const after = await waitFor(scrolledBeyond, [before.y + 300], { what: "an article that scrolled on" });
    assert.ok(after);
    await evaluate(restingScroll);
    await until({ mode: "inline", number: 1 });
  }

  await step("without scripts there is a finished looking link to the series", async () => {
    await driver.goto(`${guest.origin}/no-script`);
    const fallback = await waitFor(readFallback, [], { what: "the poster" });
    assert.deepEqual(fallback, { fillsBox: true, link: "/watch.html" });
    asWritten = { places: await evaluate(measurePlaces), markup: await evaluate(readMarkup) };
    await tap("micro-drama > a");
    await waitFor(isAt, ["/watch.html"], { what: "the page behind the link" });
  });

  await step(
    "beside the page's own Lit it takes the place that was kept for it, and writes nothing there",
    async () => {
      // The page behind the link is left in the middle of its imports, which say so: that is over before it counts.
      await driver.goto("about:blank");
      firstLine = driver.logs().length;
      await driver.goto(`${guest.origin}/`);
      await until({ mode: "inline", number: 1 });
      await tap(".host-button");
      const { text, copies } = await evaluate(readHostLit);
      assert.equal(text, "counted 1");
      assert.equal(copies, 2, "two copies of Lit are at work");
      assert.deepEqual(await evaluate(measurePlaces), asWritten.places);
      assert.equal(await evaluate(readMarkup), asWritten.markup);
    },
  );

  await step("the article scrolls past it", async () => {
    await expectPassing((at) => driver.wheel(at, 400));
    // Firefox's remote finger scrolls no page at all, and WebKitGTK has none: there the wheel has to do.
    if (engine === "blink") await expectPassing((at) => driver.swipeUp({ at }));
  });

  await step("a tap opens it in place, and Escape comes back to the same spot", async () => {
    await openHere();
    await driver.key("Escape");
    await until({ mode: "inline" });
    await expectSameSpot();
  });

  await step("Back comes back to the same spot, also after the opened player was reloaded", async () => {
    await openHere();
    await evaluate(goBack);
    await until({ mode: "inline" });
    await expectSameSpot();
    assert.ok(await evaluate(isAt, "/"));
    await openHere();
    await expectNoComplaints();
    await driver.reload();
    // A reload cuts off imports that are under way, and they say so.
    firstLine = driver.logs().length;
    await until({ mode: "inline", number: 1 });
    await openHere();
    await evaluate(goBack);
    await until({ mode: "inline" });
    await expectSameSpot();
    assert.ok(await evaluate(isAt, "/"));
  });

  await step("a lock opens and closes, and the reader is still at the same spot", async () => {
    await openHere();
    // WebKitGTK's remote wheel turns once and then no more.
    const moveOn = () => (driver.canTouch ? driver.swipeUp() : driver.key("ArrowDown"));
    for (let number = 2; number <= FREE_EPISODES; number += 1) {
      await moveOn();
      await until({ number, stage: "playing" });
    }
    await moveOn();
    await until({ number: FREE_EPISODES + 1, stage: "gate" });
    await driver.key("Escape");
    await until({ number: FREE_EPISODES, stage: "playing" });
    await driver.key("Escape");
    await until({ mode: "inline" });
    await expectSameSpot();
  });

  await step("nothing was violated, moved or complained about", async () => {
    assert.deepEqual(await evaluate(readTrespasses), { violations: [], layoutShifts: [] });
    assert.deepEqual(await evaluate(measurePlaces), asWritten.places);
    assert.equal(await evaluate(readMarkup), asWritten.markup);
    await expectNoComplaints();
  });

  await step(
    "below the fold, loaded twice, it costs nothing until the reader comes near, and then works",
    async () => {
      await driver.goto(belowTheFold("/embed", "micro-drama-loader.js"));
      await waitFor(fetchedSome, ["micro-drama-loader\\.js\\?again"], { what: "both loaders" });
      await driver.wheel({ x: 195, y: 422 }, 500);
      await evaluate(restingScroll);
      assert.deepEqual(await evaluate(fetched, PLAYER_CODE), []);
      assert.deepEqual(await evaluate(fetched, SERIES_AND_MEDIA), []);
      await expectPlayingAfterTap();
    },
  );

  await step("when its script does not come the link works, and the console says why", async () => {
    await driver.goto(belowTheFold("/cut-off", "micro-drama-loader.js"));
    await evaluate(centrePlayer);
    await waitFor(readFallback, [], { what: "the poster" });
    await waitFor(saidInConsole, ["<micro-drama> could not be loaded"], { what: "words in the console" });
    await tap("micro-drama > a");
    await waitFor(isAt, ["/watch.html"], { what: "the page behind the link" });
  });

  await step("copied to another origin and path it works from there", async () => {
    const folder = await mkdtemp(join(tmpdir(), "micro-drama-copy-"));
    context.after(() => rm(folder, { recursive: true, force: true }));
    await cp(fromRoot("packages/player/cdn"), folder, { recursive: true });
    const copy = await serveWithCors(folder, VENDOR_PATH);
    context.after(() => copy.close());
    await driver.goto(belowTheFold(`${copy.origin}${VENDOR_PATH}`, "micro-drama.js"));
    await expectPlayingAfterTap();
    const names = await evaluate(fetched, PLAYER_CODE);
    assert.ok(names.length > 1);
    for (const name of names) assert.ok(name.startsWith(`${copy.origin}${VENDOR_PATH}/`), name);
  });

  async function expectNoComplaints() {
    await driver.screenshot();
    assert.deepEqual(complaints(driver.logs().slice(firstLine)), []);
  }

  async function expectPlayingAfterTap() {
    await evaluate(centrePlayer);
    await until({ mode: "inline", number: 1 });
    await tap(SELECTORS.card);
    await until({ mode: "immersive", number: 1, stage: "playing" });
    assert.deepEqual(await evaluate(readTrespasses), { violations: [], layoutShifts: [] });
  }
});

/** Console lines that say that something is wrong. A request that was cancelled is no fault. */
function complaints(logs) {
  return logs.filter((line) => /^(error|page error|warn|warning)/.test(line));
}

// What follows runs in the page.

function isAt(path) {
  return location.pathname === path;
}

function goBack() {
  history.back();
}

function scrolledBeyond(y) {
  return scrollY > y;
}

function fetchedSome(pattern) {
  return performance.getEntriesByType("resource").some(({ name }) => new RegExp(pattern).test(name));
}

function saidInConsole(words) {
  return window.consoleErrors.some((line) => line.includes(words));
}
