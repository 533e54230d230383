#!/usr/bin/env node
/**
 * Pictures of the stories, to be looked at: `node stories/shoot.mjs --out DIR [--lang ar] [--host dark] [story…]`.
 * Needs compiled packages and a Chromium (`CHROMIUM`, default /usr/bin/chromium).
 */
import { mkdir } from "node:fs/promises";
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";
import { startDevServer } from "@web/dev-server";
import { chromium } from "playwright-core";
import { stories } from "./stories.js";

const PORT = 20_000 + (process.pid % 20_000);
const SIZES = { phone: [390, 844], landscape: [844, 390], desktop: [1280, 800], small: [320, 568] };

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    out: { type: "string" },
    lang: { type: "string", default: "en" },
    host: { type: "string", default: "light" },
    text: { type: "string", default: "" },
    size: { type: "string", multiple: true, default: ["phone"] },
  },
});
if (!values.out) throw new Error("Say where the pictures go: --out DIR");
await mkdir(values.out, { recursive: true });

const rootDir = fileURLToPath(new URL("../../..", import.meta.url));
await startDevServer({
  config: {
    rootDir,
    nodeResolve: { exportConditions: ["production"] },
    port: PORT,
    clearTerminalOnReload: false,
  },
  readCliArgs: false,
  readFileConfig: false,
  logStartMessage: false,
});
const browser = await chromium.launch({
  executablePath: process.env.CHROMIUM ?? "/usr/bin/chromium",
  args: ["--no-sandbox", "--disable-gpu", "--disable-background-networking", "--no-first-run"],
});
const names = positionals.length > 0 ? positionals : Object.keys(stories);
for (const size of values.size) {
  const [width, height] = SIZES[size];
  const page = await browser.newPage({
    viewport: { width, height },
    deviceScaleFactor: 2,
    hasTouch: width < 900,
  });
  page.on("console", (message) => {
    if (message.type() === "error" || message.type() === "warning") console.log(`${size}: ${message.text()}`);
  });
  page.on("pageerror", (error) => console.log(`${size}: ${error}`));
  for (const story of names) {
    const { lang, host, text } = values;
    const query = new URLSearchParams({ story, lang, host, text });
    await page.goto(`http://localhost:${PORT}/packages/player/stories/?${query}`);
    await page.waitForSelector("[data-ready]", { state: "attached" });
    await page.waitForLoadState("networkidle");
    await page.waitForTimeout(500);
    await page.screenshot({ path: `${values.out}/${story}-${size}-${lang}.png` });
  }
  await page.close();
}
await browser.close();
process.exit();
