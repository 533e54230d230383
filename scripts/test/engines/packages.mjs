import { readFileSync } from "node:fs";
import { run } from "../../lib/run.mjs";

/** Debian packages that an engine needs: the browser, its decoders, and for WebKitGTK a screen. */
const ENGINE_PACKAGES = {
  blink: ["chromium"],
  // Firefox decodes H.264 with what ffmpeg brings, and recommends it only.
  gecko: ["firefox-esr", "ffmpeg"],
  webkit: [
    "webkit2gtk-driver",
    "gstreamer1.0-libav",
    "gstreamer1.0-plugins-good",
    "gstreamer1.0-plugins-bad",
    "xvfb",
  ],
};

/** Letters for the interface's languages; without them screenshots show boxes. */
const FONT_PACKAGES = ["fonts-noto-core"];

/** The browsers themselves and their engines. What Ubuntu calls these packages is an installer of a snap. */
const BROWSER_PACKAGES = { chromium: "blink", "firefox-esr": "gecko" };

/** @returns {"debian" | "ubuntu" | undefined} the distribution whose packages we know */
export function readDistribution() {
  if (process.platform !== "linux") return undefined;
  try {
    const words =
      readFileSync("/etc/os-release", "utf8")
        .match(/^ID(_LIKE)?=.*$/gm)
        ?.join(" ") ?? "";
    if (/\bubuntu\b/.test(words)) return "ubuntu";
    return /\bdebian\b/.test(words) ? "debian" : undefined;
  } catch {
    return undefined;
  }
}

/**
 * The packages for some engines on this distribution, snaps left out.
 *
 * @param {string[]} engines
 * @param {"debian" | "ubuntu" | undefined} distribution
 * @param {string[]} [found] engines whose browser is there, from wherever it came
 */
export function packagesFor(engines, distribution, found = []) {
  const names = [
    ...engines.flatMap((engine) => ENGINE_PACKAGES[engine]),
    ...(engines.length > 0 ? FONT_PACKAGES : []),
  ];
  return names.filter((name) => {
    const engine = BROWSER_PACKAGES[name];
    return engine === undefined || (distribution !== "ubuntu" && !found.includes(engine));
  });
}

/** Those of the packages that dpkg does not know as installed. */
export async function notInstalled(packages) {
  if (packages.length === 0) return [];
  // biome-ignore lint/suspicious/noTemplateCurlyInString: the braces are dpkg's own
  const format = "-f=${Package} ${db:Status-Status}\\n";
  const { output } = await run("dpkg-query", ["-W", format, ...packages], { quiet: true });
  return packages.filter((name) => !output.includes(`${name} installed\n`));
}

/**
 * Installs packages with apt-get, after refreshing its lists.
 *
 * @returns {Promise<string | undefined>} a sentence when it did not work
 */
export async function aptInstall(packages) {
  console.log(`Installing with apt-get: ${packages.join(" ")} …`);
  const env = { DEBIAN_FRONTEND: "noninteractive" };
  const update = await run("apt-get", ["update", "-q"], { quiet: true, env });
  const install = await run("apt-get", ["install", "-y", "-q", "--no-install-recommends", ...packages], {
    quiet: true,
    env,
  });
  if (install.code === 0) return undefined;
  const cause = update.code === 0 ? install.output : update.output;
  return `apt-get could not install ${packages.join(" ")}:\n${cause.trim().split("\n").slice(-5).join("\n")}`;
}
