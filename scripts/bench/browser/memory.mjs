import { readFile } from "node:fs/promises";
import { platform } from "node:os";

/**
 * The page's heap after a full collection.
 *
 * @param {import("playwright-core").CDPSession} devtools
 * @returns {Promise<number>} bytes
 */
export async function measureHeap(devtools) {
  await devtools.send("HeapProfiler.enable");
  // Weak references and finalizers take a second round.
  await devtools.send("HeapProfiler.collectGarbage");
  await devtools.send("HeapProfiler.collectGarbage");
  const { usedSize } = await devtools.send("Runtime.getHeapUsage");
  return usedSize;
}

/**
 * The memory of all renderers of a browser, as the operating system sees it.
 *
 * @param {import("playwright-core").Browser} browser with one page open
 * @returns {Promise<number | undefined>} bytes of the largest renderer: the page's; undefined where it cannot be known
 */
export async function measureRenderer(browser) {
  if (platform() !== "linux") return undefined;
  const devtools = await browser.newBrowserCDPSession();
  const { processInfo } = await devtools.send("SystemInfo.getProcessInfo");
  await devtools.detach();
  const renderers = processInfo.filter(({ type }) => type === "renderer");
  const sizes = await Promise.all(renderers.map(({ id }) => readResidentSize(id)));
  return Math.max(...sizes);
}

async function readResidentSize(id) {
  const status = await readFile(`/proc/${id}/status`, "utf8").catch(() => "");
  return Number(/VmRSS:\s+(\d+) kB/.exec(status)?.[1] ?? 0) * 1024;
}
