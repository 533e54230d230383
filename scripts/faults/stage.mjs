import { VIEWPORT } from "../test/engines/settings.mjs";
import { startFaultProxy } from "./fault-proxy.mjs";
import { watchTabs } from "./tab.mjs";

/** Viewers of one household share limits; each kind has a household of its own, from the range for tests (RFC 2544). */
const addressOf = (number) => `198.18.${number >> 8}.${number & 255}`;

/**
 * One viewer with a browser profile, and a way to the platform on which things go wrong.
 *
 * @typedef {Awaited<ReturnType<typeof openStage>>} Stage
 *
 * @param {{ browser: import("playwright-core").Browser, number: number,
 *   platform: Awaited<ReturnType<typeof import("./platform.mjs").startPlatform>> }} options
 */
export async function openStage({ browser, platform, number }) {
  const proxy = await startFaultProxy({ upstreamPort: platform.apiPort, address: addressOf(number) });
  const context = await browser.newContext({ viewport: VIEWPORT });
  const watched = await watchTabs(context);
  /** @type {import("./tab.mjs").Tab[]} */
  const tabs = [];
  let endpoint = proxy.url;
  let host = "127.0.0.1";
  let healedAt = 0;
  const endings = [];

  return {
    proxy,
    platform,
    context,
    tabs,
    /** The tab in which the story ends. */
    get tab() {
      return tabs.at(-1);
    },
    /** Sends the page by another way, or serves it under another name. */
    route(change) {
      endpoint = change.endpoint ?? endpoint;
      host = change.host ?? host;
    },
    /** Opens the page at a locked episode. */
    async open({ episode = "e04" } = {}) {
      const query = new URLSearchParams({ endpoint, episode });
      const tab = await watched.open(`http://${host}:${platform.pagePort}/?${query}`);
      tabs.push(tab);
      return tab;
    },
    /** A trouble that the proxy does not make is over now. */
    healed() {
      healedAt = Date.now();
    },
    troubleAt: () => Math.max(healedAt, proxy.troubleAt()),
    /** Something of a kind's own, to be ended with the stage. */
    onClose: (end) => void endings.push(end),
    async close() {
      await context.close();
      for (const end of endings) await end();
      await proxy.close();
    },
  };
}

export const sleep = (ms) => new Promise((resolve) => setTimeout(resolve, ms));
