/** Opens the drawing page in headless Chromium and serves it this folder's modules, without any network. */
import { readFile } from "node:fs/promises";
import { dirname, extname, join, normalize } from "node:path";
import { fileURLToPath } from "node:url";
import { chromium } from "playwright-core";

const root = join(dirname(fileURLToPath(import.meta.url)), "..");
const origin = "http://films.invalid";
const types = { ".mjs": "text/javascript", ".js": "text/javascript", ".html": "text/html" };
const page404 = { status: 404, body: "" };
const shell = '<!doctype html><meta charset="utf-8"><canvas id="screen"></canvas>';
const flags = [
  "--no-sandbox",
  "--disable-gpu",
  "--disable-background-networking",
  "--disable-component-update",
];

/**
 * Starts Chromium (`CHROMIUM` names another binary) with the drawing page loaded.
 * @returns {Promise<{page: import("playwright-core").Page, close: () => Promise<void>}>}
 */
export async function openStudio() {
  const executablePath = process.env.CHROMIUM ?? "/usr/bin/chromium";
  const browser = await chromium.launch({
    executablePath,
    args: [...flags, "--disable-sync", "--no-first-run"],
  });
  const page = await browser.newPage();
  page.on("pageerror", (error) => console.error(`drawing page: ${error.stack}`));
  await page.route(`${origin}/**`, async (route) => {
    const { pathname } = new URL(route.request().url());
    if (pathname === "/") return route.fulfill({ contentType: "text/html", body: shell });
    const body = await readFile(join(root, normalize(pathname))).catch(() => null);
    if (body === null) return route.fulfill(page404);
    return route.fulfill({ contentType: types[extname(pathname)] ?? "application/octet-stream", body });
  });
  await page.goto(`${origin}/`);
  return { page, close: () => browser.close() };
}

/** Loads one film into the page; afterwards `shoot` and `sheet` work on it. */
export async function loadFilm(page, modulePath, scale = 1) {
  await page.evaluate(
    async ({ modulePath, scale }) => {
      const { createProjector } = await import("/stage/projector.js");
      const { default: film } = await import(modulePath);
      window.projector = createProjector(document.querySelector("#screen"), film, scale);
    },
    { modulePath: `/${modulePath}`, scale },
  );
}

/** The picture of one moment as an encoded image; `cover` asks for the film's cover drawing. */
export async function shoot(page, seconds, type = "image/jpeg") {
  const url = await page.evaluate(
    ([seconds, type]) => window.projector.picture(seconds, type),
    [seconds, type],
  );
  return Buffer.from(url.slice(url.indexOf(",") + 1), "base64");
}

/** A contact sheet of the moments named, as PNG. */
export async function contactSheet(page, moments, columns = 5) {
  const url = await page.evaluate(
    ([moments, columns]) => window.projector.sheet(moments, columns),
    [moments, columns],
  );
  return Buffer.from(url.slice(url.indexOf(",") + 1), "base64");
}
