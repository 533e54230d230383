import { answerInstead, dropAnswer, dropRequest, halfJson, replaceAnswer, withoutCors } from "../acts.mjs";
import { buyElsewhere } from "../other-device.mjs";

const UNLOCK = "POST /unlocks";
const ASK_AFTER = "GET /unlocks";

const problem = (status, code, headers) => ({ status, json: { type: "about:blank", status, code }, headers });
const HTML = { text: "<!doctype html><title>Sorry</title><h1>We will be back</h1>", type: "text/html" };
const HUGE_BYTES = 30_000_000;

/** What a server, or a gateway before it, can say. @type {import("../run-kind.mjs").Kind[]} */
export const ANSWERS = [
  {
    kind: "500-before",
    what: "500, nothing was done",
    end: "granted",
    faults: [{ on: UNLOCK, fault: answerInstead(problem(500, "internal")), times: 1 }],
  },
  {
    kind: "500-after",
    what: "charged, and 500",
    end: "granted",
    faults: [{ on: UNLOCK, fault: replaceAnswer(problem(500, "internal")), times: 1 }],
  },
  {
    kind: "502-for-a-while",
    what: "a gateway's 502 page for 6 s",
    end: "either",
    faults: [{ on: "", fault: answerInstead({ status: 502, ...HTML }), forMs: 6000 }],
  },
  {
    kind: "503-retry-after",
    what: "503 with Retry-After: 2, for 5 s",
    end: "granted",
    faults: [
      { on: UNLOCK, fault: answerInstead(problem(503, "unavailable", { "retry-after": "2" })), forMs: 5000 },
    ],
  },
  {
    kind: "504-after",
    what: "charged, and the gateway says 504",
    end: "granted",
    faults: [{ on: UNLOCK, fault: replaceAnswer({ status: 504, ...HTML }), times: 1 }],
  },
  {
    kind: "429-retry-after",
    what: "429 with Retry-After: 2",
    end: "granted",
    faults: [
      { on: UNLOCK, fault: answerInstead(problem(429, "rate-limited", { "retry-after": "2" })), times: 1 },
    ],
  },
  {
    kind: "429-long",
    what: "429 with Retry-After: 120",
    end: "locked",
    faults: [
      { on: UNLOCK, fault: answerInstead(problem(429, "rate-limited", { "retry-after": "120" })), times: 1 },
    ],
  },
  {
    kind: "401-once",
    what: "the token is refused in the middle of it",
    end: "granted",
    faults: [{ on: UNLOCK, fault: answerInstead(problem(401, "auth-expired")), times: 1 }],
  },
  {
    kind: "401-twice",
    what: "the next token is refused too",
    end: "locked",
    faults: [{ on: UNLOCK, fault: answerInstead(problem(401, "auth-expired")), times: 2 }],
  },
  {
    kind: "401-after-a-loss",
    what: "charged, the answer is lost, and then tokens are refused",
    end: "granted",
    faults: [
      { on: UNLOCK, fault: dropAnswer, times: 1 },
      { on: UNLOCK, fault: answerInstead(problem(401, "auth-expired")), times: 2 },
    ],
  },
  {
    kind: "401-and-no-token",
    what: "the token is refused, and the request for another one is lost",
    end: "granted",
    faults: [
      { on: UNLOCK, fault: answerInstead(problem(401, "auth-expired")), times: 1 },
      { on: "POST /guests/refresh", fault: dropRequest, times: 1 },
    ],
  },
  {
    kind: "409-in-progress",
    what: "charged, and the answer is that the same key is being worked on",
    end: "granted",
    faults: [
      { on: UNLOCK, fault: replaceAnswer(problem(409, "in-progress", { "retry-after": "1" })), times: 1 },
    ],
  },
  {
    kind: "wrong-json",
    what: "charged, and the answer is JSON of another kind",
    end: "granted",
    faults: [{ on: UNLOCK, fault: replaceAnswer({ json: { ok: true } }), times: 1 }],
  },
  {
    kind: "half-json",
    what: "charged, and half of the answer is missing",
    end: "granted",
    faults: [{ on: UNLOCK, fault: halfJson, times: 1 }],
  },
  {
    kind: "wrong-type",
    what: "charged, and a captive portal answers 200 with a page",
    end: "granted",
    faults: [{ on: UNLOCK, fault: replaceAnswer(HTML), times: 1 }],
  },
  {
    kind: "empty",
    what: "charged, and the answer is 200 with nothing in it",
    end: "granted",
    faults: [{ on: UNLOCK, fault: replaceAnswer({}), times: 1 }],
  },
  {
    kind: "another-episode",
    what: "charged, and the answer grants another episode",
    end: "granted",
    faults: [
      {
        on: UNLOCK,
        fault: replaceAnswer({
          json: {
            outcome: "granted",
            items: [{ ref: { series: "lantern-keeper", episode: "e06" }, state: "granted", via: "coins" }],
            charged: null,
            already: false,
          },
        }),
        times: 1,
      },
    ],
  },
  {
    kind: "huge",
    what: "charged, and the answer has 30 MB of something",
    end: "granted",
    faults: [{ on: UNLOCK, fault: replaceAnswer({ text: " ".repeat(HUGE_BYTES) }), times: 1 }],
  },
  {
    kind: "without-cors",
    what: "charged, and the answer may not be read by the page for 6 s",
    end: "granted",
    faults: [{ on: UNLOCK, fault: withoutCors, forMs: 6000 }],
  },
  {
    kind: "redirected",
    what: "the unlock is redirected to a sign-in page",
    end: "granted",
    faults: [
      { on: UNLOCK, fault: answerInstead({ status: 302, headers: { location: "/sign-in" } }), times: 1 },
    ],
  },
  {
    kind: "nobody-knows",
    what: "charged, the answer is lost, and questions about it are answered 404 or 500 at first",
    end: "granted",
    faults: [
      { on: UNLOCK, fault: dropAnswer, forMs: 12_000 },
      { on: ASK_AFTER, fault: answerInstead({ status: 404, ...HTML }), times: 1 },
      { on: ASK_AFTER, fault: answerInstead(problem(500, "internal")), times: 1 },
    ],
  },
  {
    kind: "no-is-lost",
    what: "too few coins, and the answer that says so is lost",
    end: "locked",
    isFinal: true,
    faults: [{ on: UNLOCK, fault: dropAnswer, times: 1 }],
    async act(stage, tab) {
      await buyElsewhere(stage, ["e05", "e06", "e07"]);
      return tab.press();
    },
  },
];
