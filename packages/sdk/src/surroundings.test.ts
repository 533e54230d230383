import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { Worker } from "node:worker_threads";

/** A purchase on the surroundings as they are, as a page would write it. */
const PURCHASE = `
  const { parentPort } = await import("node:worker_threads");
  const { createEntitlements } = await import(${JSON.stringify(import.meta.resolve("@micro-drama/sdk"))});
  const { createMemoryAdapter } = await import(${JSON.stringify(import.meta.resolve("@micro-drama/sdk/memory"))});
  const entitlements = createEntitlements({ adapter: createMemoryAdapter({ episodes: ["e01"] }) });
  const ref = { series: "lantern", episode: "e01" };
  await entitlements.check([ref], { cause: "init" });
  const { offers } = entitlements.stateOf(ref);
  const { name } = await entitlements.unlock(ref, offers[0]);
  entitlements.close();
  parentPort.postMessage(name);
`;

/** What a page, a frame or an engine may lack. */
const SURROUNDINGS: Readonly<Record<string, string>> = {
  "a worker": "",
  "a frame without storage": `
    Object.defineProperty(globalThis, "localStorage", { get() { throw new DOMException("no", "SecurityError"); } });`,
  "a full storage": `
    globalThis.localStorage = { getItem: () => null, setItem() { throw new Error("full"); }, removeItem() {} };`,
  "plain HTTP, without Web Locks and randomUUID": `
    Object.defineProperty(globalThis, "navigator", { value: {}, configurable: true });
    crypto.randomUUID = undefined;`,
  "a frame in which Web Locks are refused": `
    const locks = { request: async () => { throw new DOMException("no", "SecurityError"); } };
    Object.defineProperty(globalThis, "navigator", { value: { locks }, configurable: true });`,
};

describe("createEntitlements", () => {
  for (const [name, before] of Object.entries(SURROUNDINGS))
    it(`sells an episode in ${name}`, async () => {
      const code = `${before}\n${PURCHASE}`;
      const worker = new Worker(new URL(`data:text/javascript,${encodeURIComponent(code)}`));
      const state = await new Promise((resolve, reject) => {
        worker.once("message", resolve);
        worker.once("error", reject);
      });
      assert.equal(state, "granted");
      await worker.terminate();
    });
});
