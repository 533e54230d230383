import { hostname } from "node:os";
import { installDependencies, whyDependenciesStale } from "../lib/dependencies.mjs";
import { createProgress } from "../lib/progress.mjs";
import { PlainError, wordsOf } from "../lib/words.mjs";
import { announcement, drawQr } from "./announce.mjs";
import { holdDataFolder, resetDataFolder } from "./data-folder.mjs";
import { findLanAddresses } from "./lan.mjs";
import { HELP, parseOptions } from "./options.mjs";
import { isPlatformBuilt } from "./platform.mjs";
import { assertPortsFree } from "./ports.mjs";

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
  await assertPortsFree(options.port, options.host);
  const folder = await holdDataFolder(options.dataFolder);
  try {
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
async function serve({ port, host, dataFolder, databaseUrl }, { step, say }) {
  if (!isPlatformBuilt()) {
    throw new PlainError("The platform is not built: run npm run build, or npm start without --no-build.");
  }
  const [{ startDemo }, { untilInterrupted }] = await Promise.all([
    import("./demo.mjs"),
    import("./interrupt.mjs"),
  ]);
  const lanAddresses = host === undefined ? findLanAddresses() : [];
  const pageHosts = [
    ...new Set(["localhost", "127.0.0.1", hostname().toLowerCase(), host ?? [], lanAddresses].flat()),
  ];
  const demo = await startDemo({ firstPort: port, host, pageHosts, dataFolder, databaseUrl });
  const interrupted = untilInterrupted(demo, { say });
  demo.on("api-fell", (error) =>
    say(`  ! The platform's API fell over and is started again: ${error.message}`),
  );

  const here = host ?? "localhost";
  say(`  ✓ The publisher's page answers: http://${here}:${port}/`);
  say(`  ✓ The media answer:             http://${here}:${port + 2}/`);
  const booted = step("The platform is starting (a new database takes some seconds)", async () => {
    await demo.apiReady;
    return `http://${here}:${port + 1}/`;
  });
  const failure = await Promise.race([
    booted.then(
      () => undefined,
      (error) => error,
    ),
    interrupted,
  ]);
  if (failure instanceof Error) {
    await demo.stop();
    throw new PlainError(`The platform's API ${failure.message}`);
  }
  if (failure === undefined) {
    const [lanAddress] = lanAddresses;
    const qr = lanAddress && (await drawQr(`http://${lanAddress}:${port}/`));
    say(announcement({ host: here, firstPort: port, lanAddress, qr }));
  }
  return interrupted;
}
