import { ensureEngines } from "./engines/ensure.mjs";
import { takeTurns } from "./engines/turns.mjs";

/** Parts that are done once per engine, in the order in which an engine does them. */
const ENGINE_PARTS = ["browser", "journey"];

/** The engine of the faults. They do not wait for its other parts: those of Blink take longest already. */
const FAULTS_ENGINE = "blink";

/**
 * One part after the other; several lanes run side by side.
 *
 * @typedef {{part: string, engine?: string}[]} Lane
 */

/**
 * Runs the parts that mostly wait, for films and for servers, as many side by side as the machine bears.
 *
 * @param {string[]} parts
 * @param {object} options of the command line
 * @param {(name: string, work: () => Promise<object>) => Promise<import("./results.mjs").PartResult>} timed
 * @returns {Promise<import("./results.mjs").PartResult[]>}
 */
export async function runLanes(parts, options, timed) {
  const wanted = options.engines.filter((engine) => isNeeded(engine, parts));
  const { found, failed, note } = await ensureEngines(options.watch ? wanted.slice(0, 1) : wanted);
  const results = note ? [{ part: "engines", passed: 0, failed, note }] : [];
  const names = found.map(({ engine }) => engine);
  for (const lanes of planTurns(parts, names)) {
    const isAlone = lanes.length === 1;
    const runs = lanes.map((lane) => runLane(lane, { ...options, isAlone }, { found, timed }));
    results.push(...(await Promise.all(runs)).flat());
  }
  return results;
}

/**
 * Who runs beside whom, turn after turn. An engine goes on to its journeys while another still tests; WebKit's timing
 * bears nobody beside it. The unit tests, and the faults after them, keep the processor busy that films leave idle.
 *
 * @param {string[]} parts
 * @param {string[]} engines
 * @returns {Lane[][]}
 */
export function planTurns(parts, engines) {
  const turns = takeTurns(engines.map((engine) => ({ engine })))
    .map((turn) => turn.map(({ engine }) => laneOf(engine, parts)).filter(isNotEmpty))
    .filter(isNotEmpty);
  const own = [
    ...(parts.includes("unit") ? [{ part: "unit" }] : []),
    ...(parts.includes("faults") && engines.includes(FAULTS_ENGINE)
      ? [{ part: "faults", engine: FAULTS_ENGINE }]
      : []),
  ];
  if (own.length === 0) return turns;
  const [first = []] = turns;
  const isShared = first.length > 0 && first[0][0].engine !== "webkit";
  return isShared ? [[...first, own], ...turns.slice(1)] : [[own], ...turns];
}

function laneOf(engine, parts) {
  return ENGINE_PARTS.filter((part) => parts.includes(part)).map((part) => ({ part, engine }));
}

const isNotEmpty = ({ length }) => length > 0;

/** Whether any of the parts needs the engine. */
function isNeeded(engine, parts) {
  if (parts.some((part) => ENGINE_PARTS.includes(part))) return true;
  return parts.includes("faults") && engine === FAULTS_ENGINE;
}

async function runLane(lane, options, { found, timed }) {
  const results = [];
  for (const { part, engine } of lane) {
    const module = await import(`./parts/${part}.mjs`);
    const paths = found.find((one) => one.engine === engine)?.paths;
    const name = engine ? `${part} ${engine}` : part;
    results.push(await timed(name, () => module.run({ ...options, engine, paths })));
  }
  return results;
}
