import { type Memory, NO_MEMORY, parseMemory } from "./memory.js";
import type { StoragePort } from "./storage-port.js";

/** The one key that the player writes for viewing; purchases have keys of their own. */
export const MEMORY_KEY = "micro-drama:viewer";

/** Reads and writes what is kept. Never throws: full, forbidden or broken storage only forgets. */
export interface MemoryStore {
  read(): Memory;
  /** Reads anew before it writes: another tab may have written meanwhile. */
  update(change: (memory: Memory) => Memory): void;
  forget(): void;
}

/** @param port without one everything lasts as long as the store */
export function createMemoryStore(port: StoragePort | undefined): MemoryStore {
  let last = NO_MEMORY;
  const read = (): Memory => {
    if (!port) return last;
    try {
      return parseMemory(port.getItem(MEMORY_KEY));
    } catch {
      return last;
    }
  };
  return {
    read,
    update(change) {
      last = change(read());
      try {
        port?.setItem(MEMORY_KEY, JSON.stringify(last));
      } catch {
        // Full or forbidden: it lasts as long as the page.
      }
    },
    forget() {
      last = NO_MEMORY;
      try {
        port?.removeItem(MEMORY_KEY);
      } catch {
        // What cannot be written cannot be there.
      }
    },
  };
}
