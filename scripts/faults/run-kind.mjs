import { readLedger } from "./ledger.mjs";
import { openStage, sleep } from "./stage.mjs";
import { judge } from "./verdict.mjs";

/** Where a purchase can rest. */
const RESTS = ["granted", "locked"];
const UNDER_WAY = ["unlocking", "pending", "confirming"];

/** The longest way to an end: trouble of half a minute, and what is promised after it. Longer is a failure. */
const LONGEST_MS = 60_000;
/** A film that was bought plays soon, on a machine with other work to do a little later. */
const FILM_MS = 45_000;

/**
 * @typedef {object} Kind
 * @property {string} kind
 * @property {string} what happens, in words
 * @property {"granted" | "locked" | "either"} end `either`: chance decides whether a try gets through in time
 * @property {"page" | "platform"} [touches] `platform`: others must not run meanwhile
 * @property {import("./fault-proxy.mjs").Rule[]} [faults] from the press on
 * @property {(stage: import("./stage.mjs").Stage) => Promise<void>} [prepare] before the page is opened
 * @property {(stage: import("./stage.mjs").Stage, tab: import("./tab.mjs").Tab) => Promise<number>} [act]
 *   instead of one press; resolves to its moment
 * @property {string} [episode] default `e04`
 * @property {boolean} [isFinal] a real no. After any other end without a charge the viewer presses again, and gets it
 * @property {(stage: import("./stage.mjs").Stage, pressedAt: number) => Promise<{ note: string, problems: string[] }>}
 *   [examine] looks at something of its own, when the purchase has ended
 *
 * @typedef {object} KindResult
 * @property {string} kind
 * @property {string} end
 * @property {number} ms
 * @property {number} charges
 * @property {number} requests
 * @property {string[]} problems empty: all promises were kept
 * @property {string} [note] what was counted beside
 * @property {string[]} evidence what led to problems: requests, states and complaints with their times
 */

/**
 * Plays one kind to its end and judges it.
 *
 * @param {Kind} kind
 * @param {Parameters<typeof openStage>[0]} where
 * @returns {Promise<KindResult>}
 */
export async function runKind(kind, where) {
  const stage = await openStage(where);
  const { episode = "e04" } = kind;
  try {
    await kind.prepare?.(stage);
    const tab = await stage.open({ episode });
    await tab.until(({ access, stage: shown }) => access === "locked" && shown === "gate", {
      what: "the sheet",
    });
    stage.proxy.add(...(kind.faults ?? []));
    const pressedAt = await (kind.act ? kind.act(stage, tab) : tab.press());
    const rest = await untilRest(stage, pressedAt);
    await untilQuiet(stage);
    const outcome = await observe(stage, { rest, pressedAt });
    const problems = judge(outcome, { end: kind.end, episode });
    if (rest.access === "locked" && !kind.isFinal) problems.push(...(await buyAfterwards(stage, episode)));
    if (stage.tab.last?.access === "granted") problems.push(...(await watchFilm(stage.tab)));
    const examined = await kind.examine?.(stage, pressedAt);
    problems.push(...(examined?.problems ?? []));
    return describe(kind, { ...outcome, problems, stage, note: examined?.note });
  } catch (error) {
    return describe(kind, { end: "?", ms: 0, accounts: [], problems: [error.message], stage });
  } finally {
    await stage.close();
  }
}

/** Follows the last tab until nothing is under way there any more; presses again where that must not count. */
async function untilRest(stage, since) {
  const { tab } = stage;
  const isConfirming = ({ access }) => access === "confirming";
  const isAtRest = ({ access }) => RESTS.includes(access);
  const first = await tab.until((fact) => isConfirming(fact) || isAtRest(fact), {
    what: "granted or declined",
    since,
    timeoutMs: LONGEST_MS,
  });
  if (isAtRest(first)) return first;
  await tab.pressAgain();
  return tab.until(isAtRest, { what: "granted or declined", since: first.at, timeoutMs: LONGEST_MS });
}

/** What is late has arrived before the ledger is asked. */
async function untilQuiet({ proxy }) {
  while (Date.now() - proxy.troubleAt() < 100) await sleep(100);
}

async function observe(stage, { rest, pressedAt }) {
  return {
    end: rest.access,
    ms: Math.max(0, rest.at - Math.max(stage.troubleAt(), pressedAt)),
    hasPrompted: stage.tabs.some(({ facts }) => facts.some(({ isPrompting }) => isPrompting)),
    open: stage.tabs.filter(({ page }) => !page.isClosed()).map(({ last }) => last?.access ?? "unknown"),
    accounts: await readLedger(stage),
  };
}

/** Whoever was told that nothing was charged can buy it now, once. */
async function buyAfterwards(stage, episode) {
  const { tab } = stage;
  const pressedAt = await tab.press();
  const rest = await untilRest(stage, pressedAt);
  const outcome = await observe(stage, { rest, pressedAt });
  return judge(outcome, { end: "granted", episode }).map((problem) => `afterwards: ${problem}`);
}

async function watchFilm(tab) {
  const since = tab.facts.findLast(({ access }) => UNDER_WAY.includes(access))?.at ?? 0;
  return tab
    .until(({ isMoving }) => isMoving, { what: "the film", since, timeoutMs: FILM_MS })
    .then(
      () => [],
      (error) => [`granted, and does not play: ${error.message}`],
    );
}

function describe({ kind }, { end, ms, accounts, problems, stage, note }) {
  const { log } = stage.proxy;
  return {
    kind,
    end,
    ms,
    charges: accounts.flatMap(({ charges }) => charges).length,
    requests: log.filter(({ name }) => !name.startsWith("OPTIONS")).length,
    problems,
    note,
    evidence:
      problems.length === 0
        ? []
        : [
            ...log.map(({ at, name, status, key }) => `${at} ${name} ${status ?? "no answer"} ${key ?? ""}`),
            ...stage.tabs.flatMap(({ facts }, index) =>
              facts.map(({ at, ...fact }) => `${at} tab ${index + 1}: ${JSON.stringify(fact)}`),
            ),
            ...stage.tabs.flatMap(({ complaints }) => complaints.slice(-8)),
          ].sort(),
  };
}
