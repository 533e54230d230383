import type { KeyValueStorage } from "@micro-drama/protocol";

/** Storage that ends with the page. */
export function createMemoryStorage(): KeyValueStorage {
  const values = new Map<string, string>();
  return {
    get: (key) => values.get(key) ?? null,
    set(key, value) {
      values.set(key, value);
      return true;
    },
    remove: (key) => void values.delete(key),
    keys: () => [...values.keys()],
  };
}

/**
 * `localStorage`, and memory for what it refuses. Sandboxed frames and blocked cookies throw on the very mention of
 * `localStorage`, a full or private one throws on writing; neither may stop a viewer. Nothing is written to find out.
 */
export function createDefaultStorage(): KeyValueStorage {
  const memory = createMemoryStorage();
  return {
    get: (key) => memory.get(key) ?? attempt(() => local()?.getItem(key)) ?? null,
    set(key, value) {
      const isKept = attempt(() => {
        const storage = local();
        storage?.setItem(key, value);
        return storage !== undefined;
      });
      if (isKept) memory.remove(key);
      else memory.set(key, value);
      return isKept === true;
    },
    remove(key) {
      memory.remove(key);
      attempt(() => local()?.removeItem(key));
    },
    keys: () => [...memory.keys(), ...(attempt(() => Object.keys(local() ?? {})) ?? [])],
  };
}

/** A part of a storage: keys get a prefix, those of others are out of sight. What throws counts as empty. */
export function scopeStorage(storage: KeyValueStorage, prefix: string): KeyValueStorage {
  return {
    get: (key) => attempt(() => storage.get(prefix + key)) ?? null,
    set: (key, value) => attempt(() => storage.set(prefix + key, value)) ?? false,
    remove: (key) => void attempt(() => storage.remove(prefix + key)),
    keys: () =>
      (attempt(() => storage.keys()) ?? [])
        .filter((key) => key.startsWith(prefix))
        .map((key) => key.slice(prefix.length)),
  };
}

interface LocalStorage {
  getItem(key: string): string | null;
  setItem(key: string, value: string): void;
  removeItem(key: string): void;
}

function local(): LocalStorage | undefined {
  return (globalThis as { localStorage?: LocalStorage }).localStorage;
}

function attempt<T>(work: () => T): T | undefined {
  try {
    return work();
  } catch {
    return undefined;
  }
}
