import { installDependencies, whyDependenciesStale } from "../lib/dependencies.mjs";
import { createProgress } from "../lib/progress.mjs";
import { PlainError, wordsOf } from "../lib/words.mjs";
import { announcement, drawQr } from "./announce.mjs";
import { holdDataFolder, resetDataFolder } from "./data-folder.mjs";
import { findLanAddresses } from "./lan.mjs";
import { HELP, parseOptions } from "./options.mjs";
import { assertPortsFree } from "./ports.mjs";

const NAMES = { page: "The publisher's page", api: "The platform's API", media: "The media origin" };

/**
 * The whole of `npm start`. What needs installed packages is imported after they are there.
 * @param {string[]} argv
 * @param {Record<string, string | undefined>} env
 * @returns {Promise<number>} the exit code
 */
export async function main(argv, env) {
  const progress = createProgress();
  try {
    const options = parseOptions(argv, env);
    if (options.help) {
      progress.say(HELP);
      return 0;
    }
    return await run(options, progress);
  } catch (error) {
    console.error(`\n${wordsOf(error)}\n`);
    return 1;
  }
}

async function run(options, progress) {
  // The folder first: of two demos it knows better what is the matter than a taken port.
  const folder = await holdDataFolder(options.dataFolder);
  try {
    await assertPortsFree(options.port, options.host);
    if (options.reset)
      await progress.step(`Deleting ${options.dataFolder}`, () => resetDataFolder(options.dataFolder));
    if (options.install) await install(progress);
    if (options.build) {
      const { build } = await import("../build/build.mjs");
      await build({ progress });
    }
    return await serve(options, progress);
  } finally {
    await folder.release();
  }
}

async function install(progress) {
  const reason = whyDependenciesStale();
  if (!reason) return;
  await progress.step(`Installing npm packages (${reason})`, async () => {
    const complaint = await installDependencies();
    if (complaint) throw new PlainError(complaint);
  });
}

/** Serves until somebody ends it. */
async function serve(options, { step, say }) {
  const [{ startDemo }, { untilInterrupted }] = await Promise.all([
    import("./demo.mjs"),
    import("./interrupt.mjs"),
  ]);
  const { port, host } = options;
  const here = `http://${host ?? "localhost"}`;
  const demo = await startDemo({ ...options, firstPort: port });
  const interrupted = untilInterrupted(demo, { say });
  demo.on("fell", (name, error) =>
    say(`  ! ${NAMES[name]} fell over and is started again: it ${error.message}`),
  );

  const urls = { page: `${here}:${port}/`, media: `${here}:${port + 2}/`, api: `${here}:${port + 1}/` };
  const booted = boot(demo, { step, urls });
  const outcome = await Promise.race([booted, interrupted]);
  if (outcome instanceof PlainError) {
    await demo.stop();
    throw outcome;
  }
  if (outcome === "ready") {
    const [lanAddress] = host === undefined ? findLanAddresses() : [];
    const qr = lanAddress && process.stdout.isTTY && (await drawQr(`http://${lanAddress}:${port}/`));
    say(announcement({ url: urls.page, phoneUrl: lanAddress && `http://${lanAddress}:${port}/`, qr }));
  }
  return interrupted;
}

/** @returns {Promise<"ready" | PlainError>} never rejects: being interrupted meanwhile is no failure */
async function boot(demo, { step, urls }) {
  for (const name of ["page", "media", "api"]) {
    const error = await step(`${NAMES[name]} answers`, () => demo.ready[name].then(() => urls[name])).then(
      () => undefined,
      (reason) => reason,
    );
    if (error) return new PlainError(`${NAMES[name]} ${error.message}`);
  }
  return "ready";
}
