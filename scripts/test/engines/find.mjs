import { accessSync, closeSync, constants, openSync, readdirSync, readSync, realpathSync } from "node:fs";
import { delimiter, join } from "node:path";

/**
 * Where a browser engine was found, or why it cannot be used.
 *
 * @typedef {{ok: true, engine: string, paths: Record<string, string>} | {ok: false, engine: string, why: string}} FoundEngine
 */

const PROGRAM_FILES = [process.env.PROGRAMFILES, process.env["PROGRAMFILES(X86)"], process.env.LOCALAPPDATA];

const CHROME = {
  names: ["chromium", "chromium-browser", "google-chrome-stable", "google-chrome"],
  macApps: ["Google Chrome.app/Contents/MacOS/Google Chrome", "Chromium.app/Contents/MacOS/Chromium"],
  windows: ["Google\\Chrome\\Application\\chrome.exe", "Chromium\\Application\\chrome.exe"],
};

const FIREFOX = {
  names: ["firefox-esr", "firefox"],
  macApps: ["Firefox.app/Contents/MacOS/firefox"],
  windows: ["Mozilla Firefox\\firefox.exe"],
};

/** Where distributions put WebKitGTK's small test browser: Debian and Ubuntu, Fedora, Arch. */
const MINIBROWSER_FOLDERS = [
  /^\/usr\/lib\/[^/]+-linux-gnu\/webkit2?gtk-/,
  /^\/usr\/libexec\/webkit2?gtk-/,
  /^\/usr\/lib\/webkit2?gtk-/,
];

/**
 * Looks for one engine in the environment and the usual places. Installs and starts nothing.
 *
 * @param {"blink" | "gecko" | "webkit"} engine
 * @returns {FoundEngine}
 */
export function findEngine(engine) {
  if (engine === "blink") return findBrowser(engine, process.env.CHROME_PATH, CHROME);
  if (engine === "gecko") return findBrowser(engine, process.env.FIREFOX_PATH, FIREFOX);
  return findWebkit();
}

/** The first of these programs on the PATH. */
export function findProgram(...names) {
  const folders = (process.env.PATH ?? "").split(delimiter);
  return names.flatMap((name) => folders.map((folder) => join(folder, name))).find(isRunnable);
}

function findBrowser(engine, chosen, { names, macApps, windows }) {
  if (chosen)
    return isRunnable(chosen)
      ? found(engine, { browser: chosen })
      : missing(engine, `${chosen} cannot be run`);
  const path = [findProgram(...names), ...appPaths(macApps, windows)].find(
    (candidate) => candidate && isRunnable(candidate),
  );
  if (!path) return missing(engine, `no ${names.at(-1)} found`);
  if (isSnap(path))
    return missing(engine, `${path} is a snap, which cannot be driven as root or see this checkout`);
  return found(engine, { browser: path });
}

function findWebkit() {
  if (process.platform !== "linux")
    return missing("webkit", "WebKitGTK runs on Linux only; Safari was not tried");
  const driver = process.env.WEBKIT_DRIVER_PATH ?? findProgram("WebKitWebDriver");
  const miniBrowser = process.env.MINIBROWSER_PATH ?? findMiniBrowser();
  const display = findProgram("Xvfb");
  if (!driver) return missing("webkit", "no WebKitWebDriver found");
  if (!miniBrowser) return missing("webkit", "no MiniBrowser found beside WebKitGTK");
  if (!display) return missing("webkit", "no Xvfb found");
  return found("webkit", { driver, miniBrowser, display });
}

function findMiniBrowser() {
  const parents = [
    "/usr/lib",
    "/usr/libexec",
    ...listFolder("/usr/lib").filter((path) => path.endsWith("-linux-gnu")),
  ];
  const folders = parents
    .flatMap(listFolder)
    .filter((path) => MINIBROWSER_FOLDERS.some((shape) => shape.test(path)));
  return folders.map((folder) => join(folder, "MiniBrowser")).find(isRunnable);
}

function listFolder(folder) {
  try {
    return readdirSync(folder).map((name) => join(folder, name));
  } catch {
    return [];
  }
}

function appPaths(macApps, windows) {
  if (process.platform === "darwin") {
    const homes = ["/Applications", join(process.env.HOME ?? "", "Applications")];
    return homes.flatMap((home) => macApps.map((app) => join(home, app)));
  }
  if (process.platform === "win32") {
    return PROGRAM_FILES.filter(Boolean).flatMap((home) => windows.map((path) => join(home, path)));
  }
  return [];
}

/** Ubuntu's `chromium-browser` and `firefox` are links into /snap, or shell scripts that call it. */
function isSnap(path) {
  if (/(^|\/)snap(\/|$)/.test(realpathSync(path))) return true;
  const file = openSync(path, "r");
  const head = Buffer.alloc(2048);
  const text = head.toString("utf8", 0, readSync(file, head, 0, head.length, 0));
  closeSync(file);
  return text.startsWith("#!") && text.includes("/snap/bin/");
}

function isRunnable(path) {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}

function found(engine, paths) {
  return { ok: true, engine, paths };
}

function missing(engine, why) {
  return { ok: false, engine, why };
}
