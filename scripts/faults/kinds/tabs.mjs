import { delayAnswer, delayRequest, dropAnswer, hangAfter } from "../acts.mjs";
import { forbidLocks } from "../page-functions.mjs";
import { sleep } from "../stage.mjs";

const UNLOCK = "POST /unlocks";

const hasSent = async ({ proxy }) => {
  while (!proxy.log.some(({ name }) => name === UNLOCK)) await sleep(20);
};

/** What a viewer can do to a tab, or to several. @type {import("../run-kind.mjs").Kind[]} */
export const TABS = [
  {
    kind: "double-click",
    what: "three presses at once",
    end: "granted",
    act: (_stage, tab) => tab.press({ times: 3 }),
  },
  {
    kind: "reloaded",
    what: "reloaded while the answer is on its way",
    end: "granted",
    faults: [{ on: UNLOCK, fault: delayAnswer(1500), times: 1 }],
    act: (stage, tab) => leave(stage, tab, () => tab.page.reload()),
  },
  {
    kind: "reloaded-too-early",
    what: "reloaded before the unlock reaches the server, which it does after the reload",
    end: "granted",
    faults: [{ on: UNLOCK, fault: delayRequest(4000), times: 1 }],
    act: (stage, tab) => leave(stage, tab, () => tab.page.reload()),
  },
  {
    kind: "reloaded-confirming",
    what: "reloaded while nobody knows what became of it",
    end: "granted",
    faults: [
      { on: UNLOCK, fault: dropAnswer, forMs: 12_000 },
      { on: "GET /unlocks", fault: dropAnswer, times: 2 },
    ],
    async act(stage, tab) {
      const at = await tab.press();
      await tab.until(({ access }) => access === "confirming", { what: "confirming", since: at });
      const reloadedAt = Date.now();
      await tab.page.reload();
      stage.healed();
      return reloadedAt;
    },
  },
  {
    kind: "tab-closed",
    what: "the tab is closed in the middle, the page is opened again",
    end: "granted",
    faults: [{ on: UNLOCK, fault: delayAnswer(1500), times: 1 }],
    act: (stage, tab) =>
      leave(stage, tab, async () => {
        await tab.close();
        await stage.open();
      }),
  },
  {
    kind: "tab-crashed",
    what: "the tab crashes in the middle, the page is opened again",
    end: "granted",
    faults: [{ on: UNLOCK, fault: delayAnswer(1500), times: 1 }],
    act: (stage, tab) =>
      leave(stage, tab, async () => {
        const crashed = new Promise((resolve) => tab.page.once("crash", resolve));
        // Never answered: who could answer is gone.
        tab.page.goto("chrome://crash").catch(() => {});
        await crashed;
        await tab.close();
        await stage.open();
      }),
  },
  {
    kind: "left-and-back",
    what: "another page in the middle, and the Back button",
    end: "granted",
    faults: [{ on: UNLOCK, fault: delayAnswer(1500), times: 1 }],
    act: (stage, tab) =>
      leave(stage, tab, async () => {
        await tab.page.goto("about:blank");
        await sleep(500);
        await tab.page.goBack({ waitUntil: "commit" });
      }),
  },
  {
    kind: "left-confirming",
    what: "another page while nobody knows what became of it, and the Back button (from the browser's page cache)",
    end: "granted",
    faults: [{ on: UNLOCK, fault: dropAnswer, forMs: 12_000 }],
    async act(stage, tab) {
      const at = await tab.press();
      await tab.until(({ access }) => access === "confirming", { what: "confirming", since: at });
      await tab.page.goto("about:blank");
      await sleep(500);
      const backAt = Date.now();
      await tab.page.goBack({ waitUntil: "commit" });
      stage.healed();
      return backAt;
    },
  },
  {
    kind: "frozen",
    what: "the browser freezes the tab for 8 s in the middle",
    end: "granted",
    faults: [{ on: UNLOCK, fault: hangAfter, times: 1 }],
    async act(stage, tab) {
      const devtools = await stage.context.newCDPSession(tab.page);
      const at = await tab.press();
      await hasSent(stage);
      await devtools.send("Page.setWebLifecycleState", { state: "frozen" });
      await sleep(8000);
      await devtools.send("Page.setWebLifecycleState", { state: "active" });
      stage.healed();
      return at;
    },
  },
  {
    kind: "two-tabs",
    what: "the same episode is bought in two tabs at once",
    end: "granted",
    faults: [{ on: UNLOCK, fault: delayRequest(1000) }],
    act: pressInTwoTabs,
  },
  {
    kind: "two-tabs-no-locks",
    what: "the same in a browser without Web Locks",
    end: "granted",
    faults: [{ on: UNLOCK, fault: delayRequest(1000) }],
    prepare: ({ context }) => context.addInitScript(forbidLocks),
    act: pressInTwoTabs,
  },
  {
    kind: "two-tabs-one-answer",
    what: "two tabs at once, and the answer to the first is lost",
    end: "granted",
    faults: [{ on: UNLOCK, fault: dropAnswer, times: 1 }],
    act: pressInTwoTabs,
  },
  {
    kind: "guest-of-other-tab",
    what: "another tab makes its guest the browser's by buying another episode; the sheet here was drawn for a guest of its own",
    end: "granted",
    async act(stage, tab) {
      const second = await stage.open({ episode: "e05" });
      await second.until(({ access }) => access === "locked", { what: "the sheet of the second tab" });
      await second.press();
      await second.until(({ access }) => access === "granted", { what: "granted in the second tab" });
      const at = await tab.press();
      await tab.until(({ access }) => access === "granted", { what: "granted here", since: at });
      return at;
    },
  },
  {
    kind: "first-tab-closed",
    what: "two tabs; the one that buys is closed while the other one waits for it",
    end: "granted",
    faults: [{ on: UNLOCK, fault: delayAnswer(2000), times: 1 }],
    async act(stage, tab) {
      const second = await openSecond(stage);
      await tab.press();
      await hasSent(stage);
      const at = await second.press();
      await tab.close();
      stage.healed();
      return at;
    },
  },
];

async function leave(stage, tab, go) {
  await tab.press();
  await hasSent(stage);
  const at = Date.now();
  await go();
  stage.healed();
  return at;
}

async function openSecond(stage) {
  const second = await stage.open();
  await second.until(({ access }) => access === "locked", { what: "the sheet of the second tab" });
  return second;
}

/** A guest lives in the first purchase's tab until then: a first purchase makes both tabs one viewer's. */
async function pressInTwoTabs(stage, tab) {
  const second = await openSecond(stage);
  await tab.page.bringToFront();
  const [, at] = await Promise.all([tab.press(), second.press()]);
  await tab.until(({ access }) => access === "granted", {
    what: "granted in the first tab",
    timeoutMs: 40_000,
  });
  return at;
}
