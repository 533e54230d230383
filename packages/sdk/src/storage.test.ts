import assert from "node:assert/strict";
import { afterEach, describe, it } from "node:test";
import { createDefaultStorage, createMemoryStorage, scopeStorage } from "./storage.js";

function setLocalStorage(descriptor: PropertyDescriptor): void {
  Object.defineProperty(globalThis, "localStorage", { configurable: true, ...descriptor });
}

const original = Object.getOwnPropertyDescriptor(globalThis, "localStorage");

describe("createDefaultStorage", () => {
  afterEach(() => {
    if (original) Object.defineProperty(globalThis, "localStorage", original);
    else Reflect.deleteProperty(globalThis, "localStorage");
  });

  it("keeps values for this page where a sandboxed frame forbids localStorage", () => {
    setLocalStorage({
      get() {
        throw new Error("SecurityError");
      },
    });
    const storage = createDefaultStorage();
    assert.equal(storage.get("a"), null);
    assert.equal(storage.set("a", "1"), false);
    assert.equal(storage.get("a"), "1");
    assert.deepEqual(storage.keys(), ["a"]);
    storage.remove("a");
    assert.equal(storage.get("a"), null);
  });

  it("keeps values for this page when localStorage is full", () => {
    const full = {
      getItem: () => null,
      setItem() {
        throw new Error("QuotaExceededError");
      },
      removeItem() {},
    };
    setLocalStorage({ value: full });
    const storage = createDefaultStorage();
    assert.equal(storage.set("a", "1"), false);
    assert.equal(storage.get("a"), "1");
  });

  it("writes nothing to find out whether it can write", () => {
    const touched: string[] = [];
    const spy = { getItem: () => null, setItem: (key: string) => touched.push(key), removeItem: () => {} };
    setLocalStorage({ value: spy });
    const storage = createDefaultStorage();
    storage.get("a");
    storage.keys();
    assert.deepEqual(touched, []);
    assert.equal(storage.set("a", "1"), true);
    assert.deepEqual(touched, ["a"]);
  });
});

describe("scopeStorage", () => {
  it("shows only keys under its prefix, without it", () => {
    const whole = createMemoryStorage();
    const part = scopeStorage(whole, "mine:");
    whole.set("theirs", "0");
    part.set("a", "1");
    assert.deepEqual(part.keys(), ["a"]);
    assert.equal(whole.get("mine:a"), "1");
    assert.equal(part.get("theirs"), null);
  });

  it("survives a page's storage that throws", () => {
    const broken = new Proxy(createMemoryStorage(), {
      get: () => () => {
        throw new Error("no");
      },
    });
    const part = scopeStorage(broken, "mine:");
    assert.equal(part.get("a"), null);
    assert.equal(part.set("a", "1"), false);
    assert.deepEqual(part.keys(), []);
    part.remove("a");
  });
});
