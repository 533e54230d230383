import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { NO_MEMORY } from "./memory.js";
import { createMemoryStore, MEMORY_KEY } from "./memory-store.js";
import type { StoragePort } from "./storage-port.js";

function fakePort(): StoragePort & { readonly kept: Map<string, string> } {
  const kept = new Map<string, string>();
  return {
    kept,
    getItem: (key) => kept.get(key) ?? null,
    setItem: (key, value) => void kept.set(key, value),
    removeItem: (key) => void kept.delete(key),
  };
}

const refuse = (): never => {
  throw new Error("SecurityError");
};

describe("createMemoryStore", () => {
  it("keeps what is written for the next one", () => {
    const port = fakePort();
    createMemoryStore(port).update((memory) => ({ ...memory, rate: 1.5 }));
    assert.equal(createMemoryStore(port).read().rate, 1.5);
  });

  it("does not undo what another tab wrote", () => {
    const port = fakePort();
    const [mine, other] = [createMemoryStore(port), createMemoryStore(port)];
    mine.update((memory) => ({ ...memory, rate: 2 }));
    other.update((memory) => ({ ...memory, muted: true }));
    mine.update((memory) => ({ ...memory, savesData: true }));
    assert.deepEqual(mine.read(), { ...NO_MEMORY, rate: 2, muted: true, savesData: true });
  });

  it("lasts as long as the page where storage throws", () => {
    const store = createMemoryStore({ getItem: refuse, setItem: refuse, removeItem: refuse });
    store.update((memory) => ({ ...memory, rate: 2 }));
    assert.equal(store.read().rate, 2);
    store.forget();
    assert.deepEqual(store.read(), NO_MEMORY);
  });

  it("leaves nothing behind when it is to forget", () => {
    const port = fakePort();
    const store = createMemoryStore(port);
    store.update((memory) => ({ ...memory, rate: 2 }));
    assert.deepEqual([...port.kept.keys()], [MEMORY_KEY]);
    store.forget();
    assert.equal(port.kept.size, 0);
  });
});
