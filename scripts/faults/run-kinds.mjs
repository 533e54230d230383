import { chromium } from "playwright-core";
import { BLINK_ARGUMENTS } from "../test/engines/settings.mjs";
import { startPlatform } from "./platform.mjs";
import { runKind } from "./run-kind.mjs";

/** Playwright switches the cache of left pages off; people have it. A page served under a name is a page on plain HTTP. */
const PLAIN_HTTP = "--host-resolver-rules=MAP *.local 127.0.0.1";
const IGNORED = ["--disable-back-forward-cache"];

/**
 * Runs kinds against one platform: those that touch only their own page side by side, the others one by one.
 *
 * @param {readonly import("./run-kind.mjs").Kind[]} kinds
 * @param {{ executablePath: string, parallel: number,
 *   onResult?: (result: import("./run-kind.mjs").KindResult, kind: import("./run-kind.mjs").Kind) => void }} options
 * @returns {Promise<import("./run-kind.mjs").KindResult[]>}
 */
export async function runKinds(kinds, { executablePath, parallel, onResult = () => {} }) {
  const platform = await startPlatform();
  const browser = await chromium.launch({
    executablePath,
    args: [...BLINK_ARGUMENTS, PLAIN_HTTP],
    ignoreDefaultArgs: IGNORED,
  });
  const results = [];
  let number = 0;
  const work = async (queue) => {
    for (let kind = queue.shift(); kind; kind = queue.shift()) {
      number += 1;
      const result = await runKind(kind, { browser, platform, number });
      results.push(result);
      onResult(result, kind);
    }
  };
  try {
    const apart = kinds.filter(({ touches }) => touches !== "platform");
    await Promise.all(Array.from({ length: parallel }, () => work(apart)));
    await work(kinds.filter(({ touches }) => touches === "platform"));
    return results;
  } finally {
    await browser.close();
    await platform.stop();
  }
}
