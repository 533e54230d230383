import { parseArgs } from "node:util";
import { SIZES, SWITCHES, USUAL_SIZES } from "./sizes.js";

export const HELP = `npm run gallery                           serves the page; its address is printed
npm run gallery -- --shoot FOLDER         a picture of every state at every size
npm run gallery -- --check                the settled states look as they did when they were accepted
npm run gallery -- --check --update       accepts how they look now

  --only STATE     this state, or those whose names begin so (may be repeated)
  --size NAME      ${Object.keys(SIZES).join(", ")} (may be repeated; default: ${USUAL_SIZES.join(", ")})
  --dir ltr|rtl    --scheme light|dark    --lang TAG    --theme NAME    --text PIXELS    --episodes COUNT
  --port NUMBER    of the page (default: a free one)
`;

const TEXT_SWITCHES = [...Object.keys(SWITCHES), "text", "episodes"];

/**
 * Reads the command line.
 *
 * @param {string[]} argv
 * @returns {{problem: string} | {help: boolean, shoot?: string, check: boolean, update: boolean, only: string[],
 *   sizes: string[], port?: number, query: Record<string, string>}}
 */
export function readArguments(argv) {
  let values;
  try {
    ({ values } = parseArgs({
      args: argv,
      options: {
        help: { type: "boolean", default: false },
        shoot: { type: "string" },
        check: { type: "boolean", default: false },
        update: { type: "boolean", default: false },
        only: { type: "string", multiple: true, default: [] },
        size: { type: "string", multiple: true, default: USUAL_SIZES },
        port: { type: "string" },
        ...Object.fromEntries(TEXT_SWITCHES.map((name) => [name, { type: "string" }])),
      },
    }));
  } catch (error) {
    return { problem: `${error.message}\n\n${HELP}` };
  }
  const unknownSize = values.size.find((size) => !Object.hasOwn(SIZES, size));
  if (unknownSize) return { problem: `There is no size "${unknownSize}".\n\n${HELP}` };
  const { help, shoot, check, update, only, size: sizes, port } = values;
  const query = Object.fromEntries(
    TEXT_SWITCHES.flatMap((name) => (values[name] === undefined ? [] : [[name, values[name]]])),
  );
  return {
    help,
    check,
    update,
    only,
    sizes,
    query,
    ...(shoot && { shoot }),
    ...(port && { port: Number(port) }),
  };
}
