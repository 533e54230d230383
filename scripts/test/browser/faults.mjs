/**
 * One fault rule. Counting is per rule: a rule sees only the requests whose path it matches.
 *
 * @typedef {object} FaultRule
 * @property {string} [match] regular expression on the path; absent: every request
 * @property {number} [after] lets this many matching requests pass first; default 0
 * @property {number} [times] applies to this many requests, then heals; default for ever
 * @property {number} [status] answers this HTTP status without a body of the file
 * @property {number} [delayMs] waits before the first byte
 * @property {boolean} [drop] a network error instead of an answer
 * @property {boolean} [hang] never answers
 * @property {number} [cutAfterBytes] breaks the connection after so many bytes of the body
 * @property {number} [bytesPerSecond] sends the body no faster than this
 */

const NUMBERS = ["after", "times", "status", "delayMs", "cutAfterBytes", "bytesPerSecond"];
const SWITCHES = ["drop", "hang"];

/** Keeps rules and request logs by the name that a test gave them. */
export function createFaults({ now = () => Date.now() } = {}) {
  const sessions = new Map();
  return {
    session(name) {
      const session = sessions.get(name) ?? createSession(now);
      sessions.set(name, session);
      return session;
    },
  };
}

function createSession(now) {
  let rules = [];
  let queryRules = new Map();
  let log = [];

  const clear = () => {
    rules = [];
    queryRules = new Map();
    log = [];
    return { rules: 0 };
  };

  return {
    log: () => log,
    clear,
    /** @throws {TypeError} naming the field that no rule has */
    replaceRules(next) {
      rules = next.map(prepare);
      return { rules: rules.length };
    },
    /** Counts a request, logs it and says what shall befall it. */
    next({ method, path, range, query }) {
      const entry = { method, path, range, status: undefined, fault: undefined, at: now() };
      log.push(entry);
      const applied = [...rules, ...ruleOfUrl(queryRules, path, query)].filter((rule) => applies(rule, path));
      const fault = Object.assign({ delayMs: 0 }, ...applied.map(({ effect }) => effect));
      entry.fault =
        applied.length > 0
          ? Object.keys(Object.assign({}, ...applied.map(({ effect }) => effect))).join(" ")
          : undefined;
      return { ...fault, settle: (status) => Object.assign(entry, { status }) };
    },
  };
}

/** A URL with a query is a rule of its own that keeps counting from one request to the next. */
function ruleOfUrl(known, path, query) {
  const fields = readQuery(query);
  if (!fields) return [];
  const key = `${path}?${JSON.stringify(fields)}`;
  if (!known.has(key)) known.set(key, prepare(fields));
  return [known.get(key)];
}

function readQuery(query = {}) {
  const numbers = NUMBERS.filter((name) => query[name] !== undefined).map((name) => [
    name,
    Number(query[name]),
  ]);
  const switches = SWITCHES.filter((name) => query[name] !== undefined).map((name) => [name, true]);
  const entries = [...numbers, ...switches];
  return entries.length > 0 ? Object.fromEntries(entries) : undefined;
}

function prepare({ match = "", after = 0, times = Number.POSITIVE_INFINITY, ...effect }) {
  const unknown = Object.keys(effect).find((name) => !NUMBERS.includes(name) && !SWITCHES.includes(name));
  if (unknown)
    throw new TypeError(
      `A fault rule has no field ${unknown}; it has match, ${NUMBERS.join(", ")}, ${SWITCHES.join(", ")}`,
    );
  return { pattern: new RegExp(match), after, times, effect, seen: 0 };
}

function applies(rule, path) {
  if (!rule.pattern.test(path)) return false;
  rule.seen += 1;
  return rule.seen > rule.after && rule.seen <= rule.after + rule.times;
}
