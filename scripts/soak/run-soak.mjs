import { readdirSync } from "node:fs";
import { chromium } from "playwright-core";
import { fromRoot } from "../lib/paths.mjs";
import { findEngine } from "../test/engines/find.mjs";
import { BLINK_ARGUMENTS, VIEWPORT } from "../test/engines/settings.mjs";
import { createHeap } from "./heap.mjs";
import { mount, move, readPlace, unmount } from "./page-functions.mjs";
import { serveSoak } from "./serve-soak.mjs";

/** By then everything that comes late has come: chunks, controls, gestures. */
const SETTLED_AFTER_SWIPES = 5;

/** Clean-up work waits for an idle moment, at most so long. */
const IDLE_MS = 2500;

/** The longest patience of a player is 20 s for a script: so long a timer may hold what was removed. */
const LONGEST_TIMER_MS = 25_000;

/** So often somebody waits until it plays; between, the swipes come faster than films can start. */
const WATCHED_EVERY = 4;

/**
 * Swipes up and down a series, then mounts and removes players, and counts what is alive.
 *
 * @param {{swipes: number, mounts: number}} options
 * @returns {Promise<Record<string, number>>} the figures of limits.mjs
 */
export async function runSoak({ swipes, mounts }) {
  const found = findEngine("blink");
  if (!found.ok) throw new Error(`This needs Chromium: ${found.why}.`);
  const server = await serveSoak();
  const browser = await chromium.launch({ executablePath: found.paths.browser, args: BLINK_ARGUMENTS });
  try {
    const page = await browser.newPage({ viewport: VIEWPORT });
    const cdp = await page.context().newCDPSession(page);
    await page.goto(server.origin);
    const heap = createHeap(cdp);
    const hls = hlsPrototypes();
    const countHls = async () => {
      let sum = 0;
      for (const prototype of hls) sum += await heap.count(prototype);
      return sum;
    };
    const swiped = await swipe({ page, heap, countHls, swipes });
    await page.evaluate(unmount);
    await remount({ page, mounts });
    return {
      ...swiped,
      playersLeft: await untilGone({ page, heap }),
      videosLeft: await heap.count("HTMLVideoElement.prototype"),
      hlsLeft: await countHls(),
    };
  } finally {
    await browser.close();
    await server.close();
  }
}

async function swipe({ page, heap, countHls, swipes }) {
  await page.evaluate(mount);
  await untilPlaying(page, 0);
  let settled = 0;
  let episodeNodes = 0;
  for (let done = 1; done <= swipes; done += 1) {
    await page.evaluate(move);
    if (done % WATCHED_EVERY === 0 || done === swipes || done === SETTLED_AFTER_SWIPES)
      await untilPlaying(page, done);
    else await page.waitForTimeout(120);
    episodeNodes = Math.max(episodeNodes, (await page.evaluate(readPlace)).episodeNodes);
    if (done === SETTLED_AFTER_SWIPES) {
      await page.waitForTimeout(IDLE_MS);
      settled = await heap.usedBytes();
    }
  }
  await page.waitForTimeout(IDLE_MS);
  return {
    heapGrowth: (await heap.usedBytes()) - settled,
    videos: await heap.count("HTMLVideoElement.prototype"),
    detachedVideos: await heap.count("HTMLVideoElement.prototype", "(video) => !video.isConnected"),
    hls: await countHls(),
    episodeNodes,
  };
}

async function remount({ page, mounts }) {
  for (let done = 1; done <= mounts; done += 1) {
    await page.evaluate(mount);
    if (done % WATCHED_EVERY === 0) await untilPlaying(page, 0);
    else await page.waitForTimeout(60);
    await page.evaluate(unmount);
  }
}

/** Counts the players that stay although everything that they had begun is over. */
async function untilGone({ page, heap }) {
  const end = Date.now() + LONGEST_TIMER_MS;
  for (;;) {
    const left = await heap.count("customElements.get('micro-drama').prototype");
    if (left === 0 || Date.now() > end) return left;
    await page.waitForTimeout(1000);
  }
}

async function untilPlaying(page, swipes) {
  await page
    .waitForFunction(() => document.querySelector("micro-drama").state.stage === "playing")
    .catch(async (error) => {
      const place = JSON.stringify(await page.evaluate(readPlace));
      throw new Error(`does not play after ${swipes} swipes: ${place}`, { cause: error });
    });
}

/** The two builds of hls.js lie in chunks of their own; each is known by what every hls.js class can be asked. */
function hlsPrototypes() {
  const chunks = readdirSync(fromRoot("packages", "player", "cdn", "chunks"));
  const names = chunks.filter((name) => name.startsWith("hls") && !name.startsWith("hls-session"));
  if (names.length === 0) throw new Error("There is no chunk of hls.js.");
  return names.map(
    (name) =>
      `import("/player/chunks/${name}").then((module) =>
        Object.values(module).find((value) => typeof value?.isSupported === "function").prototype)`,
  );
}
