import {
  delayAnswer,
  delayRequest,
  drip,
  dropAnswer,
  dropRequest,
  duplicate,
  hangAfter,
  hangBefore,
  hangInBody,
  repeatLater,
  resetInBody,
} from "../acts.mjs";
import { sleep } from "../stage.mjs";

const UNLOCK = "POST /unlocks";
const ASK_AFTER = "GET /unlocks";
const EVERYTHING = "";

/** What can happen to the bytes on their way. @type {import("../run-kind.mjs").Kind[]} */
export const WAY = [
  {
    kind: "nothing",
    what: "nothing goes wrong",
    end: "granted",
  },
  {
    kind: "request-dropped",
    what: "the unlock is lost before the server",
    end: "granted",
    faults: [{ on: UNLOCK, fault: dropRequest, times: 1 }],
  },
  {
    kind: "requests-dropped",
    what: "unlocks are lost before the server for 5 s",
    end: "either",
    faults: [{ on: UNLOCK, fault: dropRequest, forMs: 5000 }],
  },
  {
    kind: "answer-dropped",
    what: "charged, and the answer is lost",
    end: "granted",
    faults: [{ on: UNLOCK, fault: dropAnswer, times: 1 }],
  },
  {
    kind: "answers-dropped",
    what: "charged, and for 12 s no answer about it gets through",
    end: "granted",
    faults: [
      { on: UNLOCK, fault: dropAnswer, forMs: 12_000 },
      { on: ASK_AFTER, fault: dropAnswer, times: 2 },
    ],
  },
  {
    kind: "everything-dropped",
    what: "no request of any kind gets through for 9 s",
    end: "either",
    faults: [{ on: EVERYTHING, fault: dropRequest, forMs: 9000 }],
  },
  {
    kind: "request-delayed",
    what: "the unlock takes 4 s to the server",
    end: "granted",
    faults: [{ on: UNLOCK, fault: delayRequest(4000), times: 1 }],
  },
  {
    kind: "request-late",
    what: "the unlock arrives after 20 s, when the viewer was told that it never did",
    end: "granted",
    faults: [{ on: UNLOCK, fault: delayRequest(20_000) }],
    async act(_stage, tab) {
      const pressedAt = await tab.press();
      await tab.until(({ access }) => access === "locked", { what: "declined", since: pressedAt });
      const isGranted = ({ access }) => access === "granted";
      return (await tab.until(isGranted, { what: "granted after all", timeoutMs: 40_000 })).at;
    },
  },
  {
    kind: "answer-delayed",
    what: "the answer takes 4 s back",
    end: "granted",
    faults: [{ on: UNLOCK, fault: delayAnswer(4000), times: 1 }],
  },
  {
    kind: "answer-late",
    what: "the answer comes after 30 s",
    end: "granted",
    faults: [{ on: UNLOCK, fault: delayAnswer(30_000) }],
  },
  {
    kind: "answer-dripping",
    what: "the answer's body takes 5 s",
    end: "granted",
    faults: [{ on: UNLOCK, fault: drip(5000) }],
  },
  {
    kind: "duplicated",
    what: "the unlock reaches the server twice at once",
    end: "granted",
    faults: [{ on: UNLOCK, fault: duplicate }],
  },
  {
    kind: "repeated-later",
    what: "the unlock reaches the server once more 3 s after its answer",
    end: "granted",
    faults: [{ on: UNLOCK, fault: repeatLater(3000) }],
  },
  {
    kind: "reordered",
    what: "the answer of a check asked before the purchase comes after it",
    end: "granted",
    faults: [{ on: "GET /series", fault: delayAnswer(3000), times: 1 }],
    async act({ proxy }, tab) {
      const asked = proxy.log.length;
      await tab.page.evaluate(() => document.querySelector("micro-drama").recheck());
      while (!proxy.log.slice(asked).some(({ name }) => name.startsWith("GET /series"))) await sleep(20);
      const at = await tab.press();
      await tab.until(({ access }) => access === "granted", { what: "granted", since: at });
      // The old answer comes now; what it does is seen afterwards.
      while (Date.now() - proxy.troubleAt() < 500) await sleep(50);
      return Date.now() - 400;
    },
  },
  {
    kind: "reset-in-body",
    what: "charged, and the connection is reset in the middle of the answer",
    end: "granted",
    faults: [{ on: UNLOCK, fault: resetInBody, times: 1 }],
  },
  {
    kind: "silent-in-body",
    what: "charged; status and headers come, the body never does",
    end: "granted",
    faults: [{ on: UNLOCK, fault: hangInBody, times: 1 }],
  },
  {
    kind: "silent-before",
    what: "the unlock hangs before the server for ever",
    end: "either",
    faults: [{ on: UNLOCK, fault: hangBefore, times: 1 }],
  },
  {
    kind: "silent-after",
    what: "charged, and the answer hangs for ever",
    end: "granted",
    faults: [{ on: UNLOCK, fault: hangAfter, times: 1 }],
  },
  {
    kind: "silent-twice",
    what: "charged; the answer hangs, and so does the first question about it",
    end: "granted",
    faults: [
      { on: UNLOCK, fault: hangAfter, times: 1 },
      { on: ASK_AFTER, fault: hangAfter, times: 1 },
    ],
  },
  {
    kind: "preflight-dropped",
    what: "the browser's preflight is lost",
    end: "granted",
    faults: [{ on: "OPTIONS /unlocks", fault: dropRequest, times: 1 }],
  },
  {
    kind: "refused",
    what: "nobody listens for 6 s, open connections are reset",
    end: "either",
    async act(stage, tab) {
      const gone = stage.proxy.refuse(6000);
      const at = await tab.press();
      await gone;
      stage.healed();
      return at;
    },
  },
];
