import { composeDocument } from "./browser/documents.mjs";
import { openBrowser } from "./browser/open-browser.mjs";
import { createFinger } from "./browser/touch.mjs";
import { createNetwork } from "./network/network.mjs";
import { PROFILES } from "./network/profiles.mjs";
import { watchScreen } from "./screen/watch-screen.mjs";
import { startOrigins } from "./server/origins.mjs";
import { createFileStore, findMapped, HEADERS } from "./server/serve-files.mjs";

/** Twice the longest session. */
const RUN_LIMIT_MS = 180_000;

/** A contender did not do what it must: it showed nothing, or refused an input. The run goes on with the others. */
export class ContenderFailure extends Error {
  name = "ContenderFailure";
}

/**
 * @typedef {object} Setting what one run is made of
 * @property {import("./contenders/contender.mjs").Contender} contender
 * @property {import("./contenders/contender.mjs").Kind} kind
 * @property {keyof typeof PROFILES} profile
 * @property {number} seed
 * @property {number} [throttle] of the processor; 4 unless named
 * @property {readonly number[]} [locked] episodes behind a platform
 * @property {import("./server/origins.mjs").Respond} [platform] answers below `/api/` of the media origin
 * @property {(open: object) => Promise<void>} [prepare] before the page is opened
 *
 * @typedef {object} Run what a scenario acts on and reads from
 * @property {import("playwright-core").Page} page
 * @property {import("playwright-core").CDPSession} devtools
 * @property {ReturnType<typeof createFinger>} finger
 * @property {Awaited<ReturnType<typeof watchScreen>>} screen
 * @property {import("./server/answer-stream.mjs").Delivery[]} deliveries
 * @property {number} navigatedAt milliseconds since 1970
 * @property {import("./contenders/contender.mjs").Media} media
 * @property {(why: string) => never} fail
 */

/**
 * The servers, the network and the browser of the whole benchmark.
 *
 * @param {import("./contenders/contender.mjs").Media} media
 */
export async function startHarness(media) {
  const network = createNetwork();
  const servers = await startOrigins(network);
  const browser = await openBrowser(servers.browserArguments);
  const store = createFileStore();

  return {
    version: browser.version,
    origins: servers.origins,
    media,
    /**
     * Opens a contender's page in a fresh context and lets a scenario act on it.
     *
     * @template T
     * @param {Setting} setting
     * @param {(run: Run) => Promise<T>} act
     * @returns {Promise<T>} rejects with a ContenderFailure when the contender is at fault
     */
    async run(setting, act) {
      const deliveries = servers.begin(await composeAnswers(setting));
      const open = await browser.openPage(setting);
      try {
        await setting.prepare?.(open);
        const screen = await watchScreen(open.devtools);
        const finger = createFinger(open.devtools);
        network.begin(PROFILES[setting.profile], setting.seed);
        const navigatedAt = Date.now();
        await open.page.goto(`${servers.origins.page}/`, { waitUntil: "commit", timeout: 60_000 });
        const acting = act({
          ...open,
          screen,
          finger,
          deliveries,
          navigatedAt,
          media,
          fail(why) {
            const said =
              open.complaints.length > 0 ? ` It said: ${open.complaints.slice(0, 3).join(" | ")}` : "";
            throw new ContenderFailure(`${setting.contender.name} ${why}.${said}`);
          },
        });
        return await withinLimit(acting, setting.contender.name);
      } finally {
        await open.close();
      }
    },
    async close() {
      await browser.close();
      servers.close();
    },
  };

  async function composeAnswers({ contender, kind, locked, platform }) {
    const endpoint = platform && `${servers.origins.media}/api`;
    const scenario = { kind, ...(locked && { locked }), ...(endpoint && { endpoint }) };
    const { files = {}, ...fragment } = await contender.page({ origins: servers.origins, media, scenario });
    await store.prepare(files);
    const body = Buffer.from(composeDocument(fragment, kind));
    const fromFiles =
      (table) =>
      async ({ path, headers }) => {
        const file = findMapped(path, table);
        return file && (await store.answer(file, headers.range));
      };
    const fromMedia = fromFiles({ "/": media.folder });
    return {
      page: async ({ path }) =>
        path === "/" && { status: 200, headers: { "content-type": "text/html; charset=utf-8" }, body },
      scripts: fromFiles(files),
      media: async (request) => {
        if (!platform || !request.path.startsWith("/api/")) return fromMedia(request);
        const answer = await platform(request);
        return { ...answer, headers: { ...HEADERS, "cache-control": "no-store", ...answer.headers } };
      },
    };
  }
}

/** A page that hangs must not keep the others waiting; closing it ends what still acts on it. */
function withinLimit(acting, name) {
  let timer;
  const limit = new Promise((_, fail) => {
    const why = `${name} did not come to an end in ${RUN_LIMIT_MS / 1000} s`;
    timer = setTimeout(() => fail(new ContenderFailure(why)), RUN_LIMIT_MS);
  });
  acting.catch(() => {});
  return Promise.race([acting, limit]).finally(() => clearTimeout(timer));
}
