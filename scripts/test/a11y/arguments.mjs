import { ENGINES } from "../arguments.mjs";

/** What is looked at, each in a file of its own, and in which engines. What playwright alone can emulate is in Blink. */
export const A11Y_PARTS = [
  { name: "axe", file: "axe.mjs", engines: ["blink"] },
  { name: "layout", file: "layout.mjs", engines: ["blink"] },
  { name: "wishes", file: "wishes.mjs", engines: ["blink"] },
  { name: "contrast", file: "contrast.mjs", engines: ["blink"] },
  { name: "tree", file: "tree.mjs", engines: ["blink"] },
  { name: "keyboard", file: "keyboard.mjs", engines: ENGINES },
];

export const HELP = `npm run test:a11y -- [part …] [--engine blink|gecko|webkit] [--update] [--help]

Parts (all of them when none is named):
  axe       axe-core in every state, in both directions and both colour schemes
  layout    nothing cut, covered or too small to press: nine languages, 320 px, twice the text
  wishes    reduced motion, forced colours, more contrast
  contrast  words over the brightest of films, measured in pictures
  tree      the accessibility tree of the main states, and what is announced
  keyboard  the main job with keys alone, in three engines

  --update  keeps the trees of this run as those to compare with
`;

/**
 * Reads the command line.
 *
 * @param {string[]} argv
 * @returns {{help: boolean, update: boolean, parts: typeof A11Y_PARTS, engines: string[], problem?: string}}
 */
export function readArguments(argv) {
  const words = argv.flatMap((word) => word.split("="));
  const engines = words.filter((word) => ENGINES.includes(word));
  const names = words.filter((word) => !word.startsWith("--") && !ENGINES.includes(word));
  const unknown =
    names.find((name) => A11Y_PARTS.every((part) => part.name !== name)) ??
    words.find((word) => word.startsWith("--") && !["--engine", "--update", "--help"].includes(word));
  return {
    help: words.includes("--help"),
    update: words.includes("--update"),
    parts: names.length > 0 ? A11Y_PARTS.filter(({ name }) => names.includes(name)) : A11Y_PARTS,
    engines: engines.length > 0 ? engines : ENGINES,
    ...(unknown !== undefined && { problem: `"${unknown}" is not known.\n\n${HELP}` }),
  };
}
