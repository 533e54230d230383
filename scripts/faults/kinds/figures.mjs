import { buyElsewhere } from "../other-device.mjs";
import { countStalls, readStalls } from "../page-functions.mjs";
import { startShortLivedEdge } from "../short-lived-edge.mjs";
import { sleep } from "../stage.mjs";

/** Renewals of an address in one film, and the longest stall that they may cost, in milliseconds. */
const RENEWALS = 60;
const LONGEST_STALL_MS = 250;

/** Sixty renewals take a minute and a half; a busy machine takes longer. */
const RENEWALS_TIMEOUT_MS = 170_000;

/** A viewer looks at least so long at an episode before going on; in milliseconds. */
const DWELL_MS = 1500;

/** The viewer's rule for buying without a press is asked about at the sheet, and not because of a press. */
const isOfPress = ({ name }) => !name.endsWith("/preferences");

/** What may keep an episode waiting: everything but reports, and what is asked for the one after it. */
const isInTheWay = ({ name }, episode) =>
  !name.startsWith("OPTIONS") &&
  !name.endsWith("/watched") &&
  (!name.endsWith("/playback") || name.includes(`/${episode}/`));

/** What is promised for the days on which nothing goes wrong. @type {import("../run-kind.mjs").Kind[]} */
export const FIGURES = [
  {
    kind: "one-request",
    what: "from the press to the playing film: one request, at most one preflight",
    end: "granted",
    async examine({ proxy, tab }, pressedAt) {
      await tab.until(({ isMoving }) => isMoving, { what: "the film", since: pressedAt });
      const sent = proxy.log
        .filter((entry) => entry.at >= pressedAt && isOfPress(entry))
        .map(({ name }) => name);
      const isRight = sent.join() === "OPTIONS /unlocks,POST /unlocks" || sent.join() === "POST /unlocks";
      return { note: sent.join(", "), problems: isRight ? [] : [`sent: ${sent.join(", ")}`] };
    },
  },
  {
    kind: "owned-swipes",
    what: "swipes to owned episodes: no question in the way, one check in the visit",
    end: "granted",
    async examine(stage) {
      await buyElsewhere(stage, ["e05", "e06"]);
      const visitedAt = Date.now();
      await stage.tab.page.reload();
      await stage.tab.until(({ isMoving }) => isMoving, { what: "the film again", since: visitedAt });
      const inTheWay = [...(await swipe(stage, { to: "e05" })), ...(await swipe(stage, { to: "e06" }))];
      const checks = stage.proxy.log.filter(({ at, name }) => at >= visitedAt && name.endsWith("/access"));
      const gets = checks.filter(({ name }) => name.startsWith("GET"));
      return {
        note: `${inTheWay.length} questions in the way, ${gets.length} check`,
        problems: [
          ...inTheWay.map((name) => `in the way of a swipe: ${name}`),
          ...(gets.length > 1 ? [`${gets.length} checks in one visit`] : []),
        ],
      };
    },
  },
  {
    kind: "short-tokens",
    what: `addresses of media end every 2 s: ${RENEWALS} renewals without a stall over ${LONGEST_STALL_MS} ms`,
    end: "granted",
    async prepare(stage) {
      const edge = await startShortLivedEdge();
      stage.edge = edge;
      stage.onClose(() => edge.close());
      const fault = lend(edge);
      for (const on of ["POST /unlocks", "GET /series"]) stage.proxy.add({ on, fault });
    },
    async examine({ edge, tab }, pressedAt) {
      await tab.until(({ isMoving }) => isMoving, { what: "the film", since: pressedAt });
      await tab.page.evaluate(countStalls);
      const begun = edge.counts.issued;
      const deadline = Date.now() + RENEWALS_TIMEOUT_MS;
      while (edge.counts.issued - begun < RENEWALS && Date.now() < deadline)
        await tab.page.waitForTimeout(250);
      const { longestMs, position, stage } = await tab.page.evaluate(readStalls);
      const renewals = edge.counts.issued - begun;
      const note = `${renewals} renewals in ${Math.round(position)} s of film, longest stall ${longestMs} ms, ${edge.counts.refused} refused`;
      return {
        note,
        problems: [
          ...(renewals < RENEWALS ? [`only ${renewals} renewals`] : []),
          ...(longestMs > LONGEST_STALL_MS ? [`a stall of ${longestMs} ms`] : []),
          ...(stage === "playing" ? [] : [`it is ${stage} in the end`]),
        ],
      };
    },
  },
];

/** Goes on by key, and answers with the questions that left before the next film moved. */
async function swipe({ proxy, tab }, { to }) {
  await sleep(DWELL_MS);
  const since = Date.now();
  await tab.page.keyboard.press("ArrowDown");
  const { at: movedAt } = await tab.until(({ episode, isMoving }) => episode === to && isMoving, {
    what: `${to} to play`,
    since,
  });
  return proxy.log
    .filter((entry) => entry.at >= since && entry.at < movedAt && isInTheWay(entry, to))
    .map(({ name }) => name);
}

/** Puts addresses of another edge into the server's answers. @returns {import("../fault-proxy.mjs").Fault} */
function lend(edge) {
  return async ({ forward, deliver }) => {
    const answer = await forward();
    const body = parse(answer.body);
    if (!body) return deliver(answer);
    const items = body.items?.map((item) => (item.playback ? { ...item, playback: edge.issue() } : item));
    const changed = items ? { ...body, items } : body.expiresAt ? edge.issue() : body;
    deliver({ ...answer, body: Buffer.from(JSON.stringify(changed)) });
  };
}

function parse(body) {
  try {
    return JSON.parse(body.toString());
  } catch {
    return undefined;
  }
}
