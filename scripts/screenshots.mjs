/** Makes the picture of the README: `npm run screenshots`. Needs Chromium; starts a demo of its own. */
import { mkdirSync } from "node:fs";
import { chromium } from "playwright-core";
import { fromRoot } from "./lib/paths.mjs";
import { findEngine } from "./test/engines/find.mjs";
import { BLINK_ARGUMENTS } from "./test/engines/settings.mjs";
import { startDemo } from "./test/journey/demo.mjs";

const FOLDER = fromRoot(".github", "images");
const PHONE = { viewport: { width: 390, height: 844 }, deviceScaleFactor: 2, hasTouch: true, isMobile: true };
/** The drawer's handle belongs to the demo, not to what the picture shows. */
const HIDE_HANDLE = ".bs-handle { display: none }";

const found = findEngine("blink");
if (!found.ok) throw new Error(`This needs Chromium: ${found.why}.`);
const demo = await startDemo();
const browser = await chromium.launch({ executablePath: found.paths.browser, args: BLINK_ARGUMENTS });
try {
  const shots = await takeShots(browser, demo.url);
  mkdirSync(FOLDER, { recursive: true });
  await compose(browser, shots, `${FOLDER}/screens.png`);
  console.log(".github/images/screens.png is made.");
} finally {
  await browser.close();
  await demo.stop();
}

/** The article, a film at play, and the sheet of the first lock. */
async function takeShots(browser, url) {
  const page = await browser.newPage({ ...PHONE, bypassCSP: true });
  await page.goto(url);
  await page.addStyleTag({ content: HIDE_HANDLE });
  const player = page.locator("micro-drama");
  const until = (stage) =>
    page.waitForFunction((wanted) => document.querySelector("micro-drama").state?.stage === wanted, stage);
  await until("poster");
  await player.evaluate((element) => element.scrollIntoView({ block: "center" }));
  await page.waitForTimeout(800);
  const article = await page.screenshot();

  await player.tap();
  await until("playing");
  await page.waitForFunction(() => document.querySelector("micro-drama").state.position > 4.5);
  const film = await page.screenshot();

  await player.evaluate((element) => element.goTo("e04"));
  await until("gate");
  await player
    .getByRole("button", { name: /unlock/i })
    .first()
    .waitFor();
  await page.waitForTimeout(1200);
  const gate = await page.screenshot();
  await page.close();
  return [article, film, gate];
}

async function compose(browser, shots, path) {
  const page = await browser.newPage({ viewport: { width: 1320, height: 920 } });
  const images = shots.map((shot) => `<img src="data:image/png;base64,${shot.toString("base64")}">`).join("");
  await page.setContent(`<style>
    body { margin: 0; display: flex; justify-content: center; gap: 40px; padding: 32px; background: #e9e4d8 }
    img { width: 390px; border-radius: 28px; box-shadow: 0 12px 40px #0005 }
  </style>${images}`);
  await page.screenshot({ path, fullPage: true });
}
