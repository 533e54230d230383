import assert from "node:assert/strict";
import { EventEmitter } from "node:events";
import { describe, it } from "node:test";
import { untilInterrupted } from "./interrupt.mjs";

describe("untilInterrupted", () => {
  it("ends the demo in order at the first Ctrl-C and answers 0", async () => {
    const signals = new EventEmitter();
    const demo = createDemo();
    const code = untilInterrupted(demo, { say: () => {}, signals });
    signals.emit("SIGINT");
    demo.letGo();
    assert.equal(await code, 0);
    assert.deepEqual(demo.stops, [{}]);
    assert.equal(signals.listenerCount("SIGINT"), 0);
  });

  it("ends it by force at the second", async () => {
    const signals = new EventEmitter();
    const demo = createDemo();
    const code = untilInterrupted(demo, { say: () => {}, signals });
    signals.emit("SIGINT");
    signals.emit("SIGINT");
    assert.equal(await code, 130);
    assert.deepEqual(demo.stops, [{}, { byForce: true }]);
  });

  it("treats a closed terminal and a process manager the same", async () => {
    for (const signal of ["SIGTERM", "SIGHUP"]) {
      const signals = new EventEmitter();
      const demo = createDemo();
      const code = untilInterrupted(demo, { say: () => {}, signals });
      signals.emit(signal);
      demo.letGo();
      assert.equal(await code, 0);
    }
  });
});

/** Ends in order only once it is let go. */
function createDemo() {
  const stops = [];
  let letGo;
  const inOrder = new Promise((resolve) => {
    letGo = resolve;
  });
  const stop = async (how = {}) => {
    stops.push(how);
    if (!how.byForce) await inOrder;
  };
  return { stops, stop, letGo };
}
