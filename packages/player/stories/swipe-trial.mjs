#!/usr/bin/env node
/**
 * Drives both ways to swipe with real touch and wheel input and prints what came of it:
 * `node stories/swipe-trial.mjs [--browser firefox]`. The table of decision 002 was made with it.
 */
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";
import { startDevServer } from "@web/dev-server";
import { openChromium, openFirefox } from "./swipe-trial-input.mjs";

const PORT = 20_000 + (process.pid % 20_000);
const { values } = parseArgs({ options: { browser: { type: "string", default: "chromium" } } });

const pause = (ms) => new Promise((resolve) => setTimeout(resolve, ms));

/** Deltas of a trackpad flick with its inertia, one per frame, as macOS sends them: a quick rise, a long fall. */
const INERTIA = [
  2, 6, 14, 28, 44, 58, 62, 60, 57, 53, 50, 47, 44, 41, 38, 36, 33, 31, 29, 27, 25, 23, 22, 20, 19, 17, 16,
  15, 14, 13, 12, 11, 10, 10, 9, 8, 8, 7, 7, 6, 6, 5, 5, 4, 4, 4, 3, 3, 3, 2, 2, 2, 2, 1, 1, 1, 1, 1, 1,
];

async function stream(input, deltas) {
  for (const delta of deltas) {
    await input.wheel(delta);
    await pause(16);
  }
}

/** What is done, and how many episodes it should move. */
const TRIALS = [
  ["one flick (150 px in 80 ms)", 1, (input) => input.flick(-150, 80)],
  ["one flick back from 5", -1, (input) => input.flick(150, 80), 4],
  ["slow drag over 60 %", 1, (input) => input.drag(-0.6)],
  ["slow drag over 20 %", 0, (input) => input.drag(-0.2)],
  [
    "five flicks, 300 ms apart",
    5,
    async (input) => {
      for (let i = 0; i < 5; i++) {
        await input.flick(-150, 60);
        await pause(240);
      }
    },
  ],
  [
    "flick, flick again after 100 ms (in mid-slide)",
    2,
    async (input) => {
      await input.flick(-150, 60);
      await pause(100);
      await input.flick(-150, 60);
    },
  ],
  ["flick up at the last", 0, (input) => input.flick(-150, 80), 8],
  ...[100, 120, 240, 300].map((delta) => [`wheel notch of ${delta}`, 1, (input) => input.wheel(delta)]),
  [
    "five notches of 120, 500 ms apart",
    5,
    async (input) => {
      for (let i = 0; i < 5; i++) {
        await input.wheel(120);
        await pause(500);
      }
    },
  ],
  ["trackpad flick with 1 s of inertia", 1, (input) => stream(input, INERTIA)],
  [
    "second trackpad flick into the inertia",
    2,
    async (input) => {
      await stream(input, INERTIA.slice(0, 36));
      await stream(input, INERTIA);
    },
  ],
];

await startDevServer({
  config: {
    rootDir: fileURLToPath(new URL("../../..", import.meta.url)),
    nodeResolve: true,
    port: PORT,
    clearTerminalOnReload: false,
  },
  readCliArgs: false,
  readFileConfig: false,
  logStartMessage: false,
});
const input = await (values.browser === "firefox" ? openFirefox() : openChromium());
for (const way of ["drag", "native"]) {
  for (const [name, expected, act, from = 0] of TRIALS) {
    await input.open(`http://localhost:${PORT}/packages/player/stories/swipe-trial.html?way=${way}`, from);
    await act(input);
    await pause(900);
    const { index, commits } = await input.read();
    const moved = index - from;
    const delays = commits.map(({ afterInputMs }) => Math.round(afterInputMs)).join(", ");
    console.log(
      `${way.padEnd(6)} ${moved === expected ? "ok  " : "MISS"} ${name}: ${moved} (wanted ${expected}), decided after ${delays || "–"} ms`,
    );
  }
}
await input.close();
process.exit();
