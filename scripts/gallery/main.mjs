import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { ensureDependencies } from "../lib/dependencies.mjs";
import { HELP, readArguments } from "./arguments.mjs";

/**
 * The whole of `npm run gallery`.
 *
 * @param {string[]} argv
 * @returns {Promise<number | undefined>} the exit code; undefined while the page is served
 */
export async function main(argv) {
  const options = readArguments(argv);
  if (options.help || options.problem) {
    console.log(options.problem ?? HELP);
    return options.problem ? 2 : 0;
  }
  const problem = await ensureDependencies();
  if (problem) {
    console.log(problem);
    return 1;
  }
  const { run } = await import("../test/parts/types.mjs");
  const compiled = await run({ targets: [] });
  if (compiled.failed > 0) return 1;
  if (options.shoot) return shoot(options);
  if (options.check) return check(options);
  const { serveGallery } = await import("./walk.mjs");
  const { url } = await serveGallery(options.port);
  console.log(`The gallery: ${url}`);
  return undefined;
}

async function shoot({ shoot: folder, only, sizes, query }) {
  const { openGallery } = await import("./walk.mjs");
  const gallery = await openGallery();
  try {
    mkdirSync(folder, { recursive: true });
    const names = gallery.names.filter(
      (name) => only.length === 0 || only.some((start) => name.startsWith(start)),
    );
    const suffix = Object.values(query)
      .map((value) => `-${value}`)
      .join("");
    for (const size of sizes)
      for (const name of names) {
        const png = await gallery.shoot({ name, size, query });
        writeFileSync(join(folder, `${name}-${size}${suffix}.png`), png);
      }
    console.log(`${names.length * sizes.length} pictures lie in ${folder}.`);
    return names.length > 0 ? 0 : 2;
  } finally {
    await gallery.close();
  }
}

async function check({ update }) {
  const [{ openGallery }, settled] = await Promise.all([import("./walk.mjs"), import("./settled.mjs")]);
  const known = update ? {} : settled.readSettled();
  const gallery = await openGallery();
  const prints = {};
  const changed = [];
  try {
    for (const shot of settled.SETTLED) {
      const key = `${shot.name} ${shot.size}`;
      prints[key] = await settled.printOf(gallery.page, await gallery.shoot(shot));
      const { isSame, average, most } = settled.comparePrints(known[key] ?? "", prints[key]);
      if (!isSame) changed.push(`${key}: ${average.toFixed(1)} off on average, ${most} in a cell`);
    }
  } finally {
    await gallery.close();
  }
  if (update) {
    settled.writeSettled(prints);
    console.log(`${settled.SETTLED.length} pictures are accepted as they are.`);
    return 0;
  }
  for (const line of changed) console.log(line);
  if (changed.length > 0) console.log("Look at them with --shoot; --check --update accepts them.");
  console.log(`${settled.SETTLED.length - changed.length} passed, ${changed.length} failed`);
  return changed.length > 0 ? 1 : 0;
}
