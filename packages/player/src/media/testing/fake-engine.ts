import type { MediaFailure } from "../../core/playback-machine.js";
import type { CreateEngine, EngineContext } from "../engines/engine.js";
import { createSourceEngine } from "../engines/source-engine.js";

/** An MP4 engine that records what is asked of it and can be made to fail. */
export interface FakeEngines {
  readonly create: CreateEngine;
  /** Every call in order, as `load s/e01`. */
  readonly calls: readonly string[];
  /** Makes the engine of a key report a failure; that of a key that comes later fails at once. */
  fail(key: string, failure: MediaFailure): void;
}

export function createFakeEngines(): FakeEngines {
  const calls: string[] = [];
  const contexts = new Map<string, EngineContext>();
  return {
    calls,
    fail: (key, failure) => contexts.get(key)?.report({ type: "failed", failure }),
    create: (context) => {
      const { key } = context.target;
      const engine = createSourceEngine(context);
      contexts.set(key, context);
      const record = <Result>(name: string, call: () => Result): Result => {
        calls.push(`${name} ${key}`);
        return call();
      };
      return {
        load: () => record("load", () => engine.load()),
        fill: () => record("fill", () => engine.fill()),
        warm: () => record("warm", () => engine.warm()),
        rest: () => record("rest", () => engine.rest()),
        park: () => record("park", () => engine.park()),
        release: () => record("release", () => engine.release()),
      };
    },
  };
}
