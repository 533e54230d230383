import { setPriority } from "node:os";
import { isMainThread, parentPort, Worker, workerData } from "node:worker_threads";
import { runNodeTests } from "./node-tests.mjs";

/** How far back patient tests stand: films run in real time, and a film that stutters fails its test. */
const PATIENCE = 10;

/**
 * {@link runNodeTests} in a thread of its own. Node's runner hands down the environment of the thread in which it runs,
 * so that several with different ones can run side by side.
 *
 * @param {string[]} files
 * @param {Parameters<typeof runNodeTests>[1] & {isPatient?: boolean}} options `isPatient` lets others have the processor
 *   first, where priorities are a thread's own (Linux)
 * @returns {ReturnType<typeof runNodeTests>}
 */
export function runNodeTestsApart(files, options) {
  const worker = new Worker(new URL(import.meta.url), {
    workerData: { files, options },
    env: { ...process.env },
  });
  return new Promise((resolve, reject) => {
    worker.once("message", resolve);
    worker.once("error", reject);
    worker.once("exit", (code) => reject(new Error(`the test runner ended with code ${code}`)));
  });
}

if (!isMainThread && workerData?.files) {
  const { files, options } = workerData;
  if (options.isPatient && process.platform === "linux") setPriority(PATIENCE);
  parentPort.postMessage(await runNodeTests(files, options));
}
