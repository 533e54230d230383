/** The drivers themselves, on a small page: what the journey builds on works in this engine. */
import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import { after, before, describe, it } from "node:test";
import { openDriver } from "./drivers/open-driver.mjs";
import { sampleVideo } from "./drivers/page-functions.mjs";
import { serveFixtures } from "./fixtures/serve.mjs";

const engine = process.env.JOURNEY_ENGINE ?? "blink";

const seen = () => window.seen;
const sawNote = (note) => window.seen.includes(note);

describe(`the driver of ${engine}`, () => {
  let driver;
  let page;
  let films;

  before(async () => {
    [page, films] = await Promise.all([serveFixtures(), serveFixtures()]);
    driver = await openDriver(engine);
    await driver.goto(`${page.origin}/stage.html?video=${films.origin}/clock.mp4`);
  });

  after(async () => {
    await driver?.close();
    await Promise.all([page?.close(), films?.close()]);
  });

  it("shows the page at the size of a phone", async () => {
    assert.deepEqual(await driver.evaluate(() => [innerWidth, innerHeight]), [390, 844]);
  });

  it("sees the pixels of a video from another origin move", async () => {
    const first = await driver.waitFor(sampleVideo);
    assert.equal(first.muted, true);
    const isLaterThan = (time) =>
      document.querySelector("fixture-stage").shadowRoot.querySelector("video").currentTime > time;
    await driver.waitFor(isLaterThan, [first.time + 0.4]);
    const later = await driver.evaluate(sampleVideo);
    assert.ok(later.picture, "the picture can be read");
    assert.notDeepEqual(later.picture, first.picture);
  });

  it("taps what is visible inside nested shadow roots", async () => {
    await driver.tap("[part=deep]");
    await driver.waitFor(sawNote, ["deep"]);
  });

  it("taps as a person does, so that sound may start", async () => {
    await driver.tap("video");
    await driver.waitFor(sawNote, ["sound"]);
  });

  it("swipes with a finger where there is one, else with the wheel", async () => {
    await driver.swipeUp();
    await driver.waitFor(sawNote, [driver.canTouch ? "touchend" : "wheel"]);
    const notes = await driver.evaluate(seen);
    if (driver.canTouch) {
      assert.ok(notes.includes("pointerdown:touch"), notes.join());
      assert.ok(notes.filter((note) => note === "touchmove").length > 3, notes.join());
    }
  });

  it("turns the wheel", async () => {
    await driver.wheel({ x: 195, y: 422 }, 300);
    await driver.waitFor(sawNote, ["wheel"]);
    await driver.waitFor(() => scrollY > 0);
  });

  it("presses keys by their DOM names", async () => {
    for (const key of ["ArrowDown", "Escape", "m"]) {
      await driver.key(key);
      await driver.waitFor(sawNote, [`key:${key}`]);
    }
  });

  it("brings what lies below the fold into view before it taps", async () => {
    await driver.tap("#below");
    await driver.waitFor(sawNote, ["below"]);
  });

  it("reloads the same page with the same storage", async () => {
    await driver.reload();
    assert.equal(await driver.waitFor(() => sessionStorage.visits), "2");
    assert.equal(await driver.evaluate(() => window.seen.includes("deep")), false);
  });

  it("says what it waited for in vain", async () => {
    await assert.rejects(
      driver.waitFor(() => window.nothing, [], { what: "nothing", timeoutMs: 300 }),
      /for nothing/,
    );
  });

  it("keeps a picture and the console as evidence", async () => {
    await driver.evaluate(() => console.error("something broke"));
    const path = await driver.saveEvidence("the drivers' own test");
    const png = await readFile(path);
    assert.equal(png.subarray(1, 4).toString(), "PNG");
    assert.match(await readFile(path.replace(/png$/, "log"), "utf8"), /something broke/);
  });
});
