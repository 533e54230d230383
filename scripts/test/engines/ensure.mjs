import { findEngine, findProgram } from "./find.mjs";
import { aptInstall, notInstalled, packagesFor, readDistribution } from "./packages.mjs";

const IS_CI = process.env.CI === "true" || process.env.CI === "1";

/**
 * Finds the engines, and as root on Debian or Ubuntu installs those that are missing.
 *
 * @param {string[]} engines
 * @returns {Promise<{found: {engine: string, paths: Record<string, string>}[], failed: number, note?: string}>}
 *   `failed` counts the missing engines where that is a failure, `note` says which are missing
 */
export async function ensureEngines(engines) {
  const problem = await installMissing(engines);
  if (problem) console.log(problem);
  const answers = engines.map(findEngine);
  const missing = answers.filter((answer) => !answer.ok);
  for (const { engine, why } of missing) {
    console.log(
      `${IS_CI ? "✗" : "–"} ${engine} ${IS_CI ? "is missing" : "is skipped"}: ${why}. ${adviceFor([engine])}`,
    );
  }
  const names = missing.map(({ engine }) => engine).join(", ");
  return {
    found: answers.filter((answer) => answer.ok),
    failed: IS_CI ? missing.length : 0,
    ...(missing.length > 0 && { note: `${IS_CI ? "missing" : "skipped"}: ${names}` }),
  };
}

/**
 * Makes sure that ffmpeg is there, in the same way: the packager's tests cut real films.
 *
 * @returns {Promise<{failed: number, note?: string}>}
 */
export async function ensureFfmpeg() {
  if (findProgram("ffmpeg", "ffmpeg.exe")) return { failed: 0 };
  const problem = canInstall() ? await aptInstall(["ffmpeg"]) : undefined;
  if (problem) console.log(problem);
  if (findProgram("ffmpeg", "ffmpeg.exe")) return { failed: 0 };
  const note = "ffmpeg is missing";
  console.log(`${note}: the packager's tests need it. ${ffmpegAdvice()}`);
  return { failed: IS_CI ? 1 : 0, note };
}

async function installMissing(engines) {
  if (!canInstall()) return undefined;
  const distribution = readDistribution();
  const found = engines.filter((engine) => findEngine(engine).ok);
  // Firefox and WebKitGTK are there without their decoders on many machines, so packages are looked at one by one.
  const packages = await notInstalled(packagesFor(engines, distribution, found));
  return packages.length > 0 ? aptInstall(packages) : undefined;
}

function canInstall() {
  return process.getuid?.() === 0 && readDistribution() !== undefined && findProgram("apt-get") !== undefined;
}

/** The exact command that brings an engine to this machine. */
function adviceFor(engines) {
  const distribution = readDistribution();
  const packages = packagesFor(engines, distribution);
  const isBrowser = engines[0] !== "webkit";
  if (distribution === "ubuntu" && isBrowser) {
    return "Ubuntu has it as a snap only: install the .deb of google.com/chrome or packages.mozilla.org, or set CHROME_PATH or FIREFOX_PATH.";
  }
  if (distribution) return `Install it with: sudo apt-get install -y ${packages.join(" ")}`;
  if (!isBrowser) return "It comes with webkit2gtk's WebDriver package of your Linux distribution, and Xvfb.";
  const cask = engines[0] === "blink" ? "google-chrome" : "firefox";
  if (process.platform === "darwin") return `Install it with: brew install --cask ${cask}`;
  if (process.platform === "win32")
    return `Install it with: winget install ${cask === "firefox" ? "Mozilla.Firefox" : "Google.Chrome"}`;
  return `Install ${cask} from your distribution, or set ${cask === "firefox" ? "FIREFOX_PATH" : "CHROME_PATH"}.`;
}

function ffmpegAdvice() {
  if (process.platform === "darwin") return "Install it with: brew install ffmpeg";
  if (process.platform === "win32") return "Install it with: winget install Gyan.FFmpeg";
  return "Install it with: sudo apt-get install -y ffmpeg";
}
