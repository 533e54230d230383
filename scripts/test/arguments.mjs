/** The parts of a full test run. What fails fastest comes first; the rest runs side by side as far as it may. */
export const PARTS = ["types", "lint", "checks", "unit", "browser", "journey", "faults"];

/** The three browser engines, in the order in which they are tried. */
export const ENGINES = ["blink", "gecko", "webkit"];

export const HELP = `npm test -- [part …] [package or path …] [--engine blink|gecko|webkit] [--watch] [--help]

Parts (all of them when none is named):
  types     the TypeScript compiler over all packages
  lint      Biome: lint rules and format
  checks    import directions, byte budgets, packed packages, reproducible builds, root layout, README commands
  unit      Node's test runner: code that needs no DOM, and the scripts
  browser   @web/test-runner in three engines: code that needs a DOM
  journey   the main job end to end, in three engines, against the real server
  faults    purchases on which something goes wrong, in Chromium (some kinds; npm run faults has all)

The first three come one after the other. Then Blink, Gecko and the unit tests run side by side, and WebKit alone.

Narrower:
  npm test -- unit sdk                                   one package
  npm test -- packages/player/src/gesture                one folder, unit and browser tests
  npm test -- browser packages/player/src/a.browser.test.ts --engine gecko
  npm test -- unit sdk --watch                           again on every change (unit and browser)

Environment:
  CI=true              a browser engine that is missing is a failure, not a skip
  CHROME_PATH, FIREFOX_PATH, WEBKIT_DRIVER_PATH, MINIBROWSER_PATH
                       programs to use instead of those found in the usual places
`;

/**
 * Reads the command line.
 *
 * @param {string[]} argv
 * @returns {{help: boolean, watch: boolean, parts: string[], engines: string[], targets: string[]}}
 * @throws {Error} naming the option that is not known
 */
export function parseArguments(argv) {
  const parts = [];
  const engines = [];
  const targets = [];
  let help = false;
  let watch = false;
  for (let index = 0; index < argv.length; index += 1) {
    const word = argv[index];
    if (word === "--help" || word === "-h") help = true;
    else if (word === "--watch") watch = true;
    else if (word === "--engine") engines.push(...readEngines(argv[++index]));
    else if (word.startsWith("--engine=")) engines.push(...readEngines(word.slice("--engine=".length)));
    else if (word.startsWith("-")) throw new Error(`Unknown option ${word}. See npm test -- --help`);
    else if (PARTS.includes(word)) parts.push(word);
    else targets.push(word);
  }
  return {
    help,
    watch,
    parts:
      parts.length > 0
        ? PARTS.filter((part) => parts.includes(part))
        : defaultParts({ targets, engines, watch }),
    engines: engines.length > 0 ? ENGINES.filter((engine) => engines.includes(engine)) : ENGINES,
    targets,
  };
}

/** Without a part: everything, or, when the run is narrowed, the parts that can be narrowed that way. */
function defaultParts({ targets, engines, watch }) {
  if (watch) return ["unit"];
  if (targets.length > 0) return ["types", "lint", "unit", "browser"];
  if (engines.length > 0) return ["browser", "journey", "faults"];
  return PARTS;
}

function readEngines(value) {
  const names = (value ?? "").split(",");
  const unknown = names.find((name) => !ENGINES.includes(name));
  if (unknown !== undefined) throw new Error(`--engine takes ${ENGINES.join(", ")}; got "${unknown}"`);
  return names;
}
