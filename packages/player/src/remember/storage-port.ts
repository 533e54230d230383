/** Where a viewer's choices are kept: `localStorage` fits, and so does anything of the page's own. */
export interface StoragePort {
  getItem(key: string): string | null;
  setItem(key: string, value: string): void;
  removeItem(key: string): void;
}

/** `allowed`: in the browser's own storage; a port: in the page's; empty: nowhere. */
export type StorageChoice = "" | "allowed" | StoragePort;

/** The port of a choice, or none. Browsers that forbid storage throw at the very mention of it. */
export function findStoragePort(choice: StorageChoice): StoragePort | undefined {
  if (typeof choice === "object") return choice;
  if (choice !== "allowed") return undefined;
  try {
    return localStorage;
  } catch {
    return undefined;
  }
}
