import { CHECKS, runChecks } from "./run-checks.mjs";

const HELP = `npm run check -- [name …] [--record] [--help]

${Object.entries(CHECKS)
  .map(([name, { title }]) => `  ${name.padEnd(9)} ${title}`)
  .join("\n")}

--record writes the sizes of today into scripts/check/budgets.json.
Checks look at what is built: run npm run build first.`;

/**
 * The whole of `npm run check`.
 *
 * @param {string[]} argv
 * @returns {Promise<number>} the exit code
 */
export async function main(argv) {
  const names = argv.filter((word) => !word.startsWith("-"));
  const unknown =
    names.find((name) => !(name in CHECKS)) ??
    argv.find((word) => word.startsWith("-") && !["--record", "--help", "-h"].includes(word));
  if (unknown || argv.includes("--help") || argv.includes("-h")) {
    console.log(unknown ? `Unknown: ${unknown}\n\n${HELP}` : HELP);
    return unknown ? 2 : 0;
  }
  const record = argv.includes("--record");
  const { failed } = await runChecks({ names: record ? ["budgets"] : names, record });
  return failed > 0 ? 1 : 0;
}
