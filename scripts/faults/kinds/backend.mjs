import { dropAnswer } from "../acts.mjs";
import { sleep } from "../stage.mjs";

const UNLOCK = "POST /unlocks";
/** For how long a killed server is gone. */
const GONE_SECONDS = 2;

/** What can happen to the server itself: nobody else may be served meanwhile. @type {import("../run-kind.mjs").Kind[]} */
export const BACKEND = [
  {
    kind: "killed-before",
    what: "SIGKILL of the server while the unlock is on its way to it",
    end: "granted",
    touches: "platform",
    act: (stage, tab) =>
      inTheMiddle(stage, tab, async ({ cut }) => {
        stage.platform.api.kill(GONE_SECONDS);
        cut();
      }),
  },
  {
    kind: "killed-after",
    what: "SIGKILL of the server when it has charged and not answered",
    end: "granted",
    touches: "platform",
    act: (stage, tab) =>
      inTheMiddle(stage, tab, async ({ forward, cut }) => {
        await forward();
        stage.platform.api.kill(GONE_SECONDS);
        cut();
      }),
  },
  {
    kind: "killed-at-work",
    what: "SIGKILL of the server while it works on the unlock",
    end: "granted",
    touches: "platform",
    act: (stage, tab) =>
      inTheMiddle(stage, tab, async ({ forward, cut }) => {
        const answer = forward().catch(() => {});
        await sleep(3);
        stage.platform.api.kill(GONE_SECONDS);
        await answer;
        cut();
      }),
  },
  {
    kind: "killed-confirming",
    what: "SIGKILL of the server while the page asks what became of it",
    end: "granted",
    touches: "platform",
    faults: [{ on: UNLOCK, fault: dropAnswer, forMs: 12_000 }],
    async act(stage, tab) {
      const at = await tab.press();
      await tab.until(({ access }) => access === "confirming", { what: "confirming", since: at });
      stage.platform.api.kill(GONE_SECONDS);
      await stage.platform.untilReady();
      stage.healed();
      return at;
    },
  },
  {
    kind: "restarted",
    what: "the server is stopped in order and started again while the unlock is on its way",
    end: "granted",
    touches: "platform",
    act: (stage, tab) =>
      inTheMiddle(stage, tab, async ({ forward, deliver, cut }) => {
        const [answer] = await Promise.allSettled([forward(), stage.platform.api.stop()]);
        stage.platform.api.start();
        if (answer.status === "fulfilled") deliver(answer.value);
        else cut();
      }),
  },
  {
    kind: "down-for-long",
    what: "the server is gone for 15 s from the press on",
    end: "locked",
    touches: "platform",
    async act(stage, tab) {
      stage.platform.api.kill(15);
      const at = await tab.press();
      await stage.platform.untilReady();
      stage.healed();
      return at;
    },
  },
];

/** Something happens to the server at the moment of the unlock; the trouble is over when it is ready again. */
async function inTheMiddle(stage, tab, fault) {
  const happened = new Promise((resolve) => {
    stage.proxy.add({
      on: UNLOCK,
      times: 1,
      fault: async (exchange) => {
        await fault(exchange);
        resolve();
      },
    });
  });
  const at = await tab.press();
  await happened;
  await stage.platform.untilReady();
  stage.healed();
  return at;
}
