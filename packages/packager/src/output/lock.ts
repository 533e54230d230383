import { mkdir, readFile, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { PackagerError } from "../errors.js";
import type { Layout } from "./layout.js";

/**
 * Makes sure that only one run writes a folder, and clears what a killed run left half-made.
 * @returns the function that ends the claim and removes half-made files.
 * @throws {PackagerError} `out-busy`
 */
export async function claim(layout: Layout): Promise<() => Promise<void>> {
  const lock = join(layout.memory, "lock");
  await mkdir(layout.memory, { recursive: true });
  const owner = await takeLock(lock);
  if (owner !== undefined) {
    const message = `${layout.out} is being written by another run (process ${owner}). Wait for it, or remove ${lock} if there is none.`;
    throw new PackagerError("out-busy", message);
  }
  await rm(layout.work, { recursive: true, force: true });
  await mkdir(layout.work, { recursive: true });
  return async () => {
    await rm(layout.work, { recursive: true, force: true });
    await rm(lock, { force: true });
  };
}

/** The living owner of the lock, or undefined when it is ours now. */
async function takeLock(lock: string): Promise<number | undefined> {
  for (let attempt = 0; attempt < 2; attempt += 1) {
    try {
      await writeFile(lock, `${process.pid}\n`, { flag: "wx" });
      return undefined;
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== "EEXIST") throw error;
    }
    const owner = Number.parseInt(await readFile(lock, "utf8").catch(() => ""), 10);
    if (isAlive(owner)) return owner;
    await rm(lock, { force: true });
  }
  return -1;
}

function isAlive(pid: number): boolean {
  if (!Number.isSafeInteger(pid) || pid <= 0) return false;
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    // EPERM: it lives, and belongs to somebody else.
    return (error as NodeJS.ErrnoException).code === "EPERM";
  }
}
