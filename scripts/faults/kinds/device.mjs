import { dropAnswer } from "../acts.mjs";
import { fillStorage, forbidLocks, forbidStorage, turnClock } from "../page-functions.mjs";
import { sleep } from "../stage.mjs";

const UNLOCK = "POST /unlocks";
const DAY_MS = 24 * 3600 * 1000;

/** What a viewer's device can do to a page. @type {import("../run-kind.mjs").Kind[]} */
export const DEVICE = [
  {
    kind: "clock-ahead",
    what: "the device's clock is a day ahead, and the answer is lost",
    end: "granted",
    faults: [{ on: UNLOCK, fault: dropAnswer, times: 1 }],
    prepare: ({ context }) => context.addInitScript(turnClock, DAY_MS),
  },
  {
    kind: "clock-behind",
    what: "the device's clock is a day behind, and the answer is lost",
    end: "granted",
    faults: [{ on: UNLOCK, fault: dropAnswer, times: 1 }],
    prepare: ({ context }) => context.addInitScript(turnClock, -DAY_MS),
  },
  {
    kind: "clock-turned-ahead",
    what: "the device's clock jumps a day ahead while nobody answers",
    end: "granted",
    faults: [{ on: UNLOCK, fault: dropAnswer, forMs: 10_000 }],
    act: (_stage, tab) => turnInFlight(tab, DAY_MS),
  },
  {
    kind: "clock-turned-back",
    what: "the device's clock jumps a day back while nobody answers",
    end: "granted",
    faults: [{ on: UNLOCK, fault: dropAnswer, forMs: 10_000 }],
    act: (_stage, tab) => turnInFlight(tab, -DAY_MS),
  },
  {
    kind: "offline",
    what: "charged; the network goes before the answer comes, and is back after 6 s",
    end: "granted",
    faults: [{ on: UNLOCK, fault: dropAnswerLate, times: 1 }],
    async act(stage, tab) {
      const at = await tab.press();
      await sleep(500);
      await stage.context.setOffline(true);
      await sleep(6000);
      await stage.context.setOffline(false);
      stage.healed();
      return at;
    },
  },
  {
    kind: "granted-offline",
    what: "the network goes right after the answer has come, before the film has",
    end: "granted",
    async act(stage, tab) {
      stage.context.route(/\/t\//, (route) => route.abort());
      const at = await tab.press();
      await tab.until(({ access }) => access === "granted", { what: "granted", since: at });
      await stage.context.setOffline(true);
      await sleep(3000);
      await stage.context.unroute(/\/t\//);
      await stage.context.setOffline(false);
      stage.healed();
      return at;
    },
  },
  {
    kind: "pressed-offline",
    what: "pressed without a network, which comes after 4 s",
    end: "granted",
    // As on a train: nothing is reached, and the browser does not know. Of one that knows, the sheet takes no purchase.
    async act(stage, tab) {
      await tab.seesSheet();
      await stage.context.route(/./, (route) => route.abort("internetdisconnected"));
      const at = await tab.press();
      await sleep(4000);
      await stage.context.unroute(/./);
      stage.healed();
      return at;
    },
  },
  {
    kind: "storage-full",
    what: "not one byte can be stored, and the answer is lost",
    end: "granted",
    faults: [{ on: UNLOCK, fault: dropAnswer, times: 1 }],
    prepare: ({ context }) => context.addInitScript(fillStorage),
  },
  {
    kind: "storage-forbidden",
    what: "storage throws, and the answer is lost",
    end: "granted",
    faults: [{ on: UNLOCK, fault: dropAnswer, times: 1 }],
    prepare: ({ context }) => context.addInitScript(forbidStorage),
  },
  {
    kind: "cookies-off",
    what: "the browser keeps no cookies, and the answer is lost",
    end: "granted",
    faults: [{ on: UNLOCK, fault: dropAnswer, times: 1 }],
    async act({ context }, tab) {
      const devtools = await context.newCDPSession(tab.page);
      await devtools.send("Emulation.setDocumentCookieDisabled", { disabled: true });
      return tab.press();
    },
  },
  {
    kind: "plain-http",
    what: "a page on plain HTTP (no Web Locks, no randomUUID), and the answer is lost",
    end: "granted",
    faults: [{ on: UNLOCK, fault: dropAnswer, times: 1 }],
    prepare: async (stage) => stage.route({ host: "reader.local" }),
  },
  {
    kind: "no-locks",
    what: "a browser without Web Locks, and the answer is lost",
    end: "granted",
    faults: [{ on: UNLOCK, fault: dropAnswer, times: 1 }],
    prepare: ({ context }) => context.addInitScript(forbidLocks),
  },
  {
    kind: "code-lost",
    what: "the code of purchases cannot be fetched at first",
    end: "granted",
    prepare: ({ context }) => failOnce(context, /\/chunks\/spending-|\/chunks\/later-/),
  },
];

async function dropAnswerLate({ forward, cut }) {
  await forward();
  await sleep(1500);
  cut();
}

async function turnInFlight(tab, ms) {
  const at = await tab.press();
  await tab.page.evaluate(turnClock, ms);
  return at;
}

/** Each file that matches fails for the first second. */
async function failOnce(context, pattern) {
  const failed = new Set();
  await context.route(pattern, (route) => {
    const url = route.request().url();
    if (failed.has(url)) return route.continue();
    failed.add(url);
    return route.abort();
  });
}
