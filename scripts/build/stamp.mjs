import { createHash } from "node:crypto";
import { existsSync, mkdirSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import path from "node:path";

/**
 * Remembers from which inputs a step last made its outputs.
 * @param {{ file: string, inputs: () => readonly string[], outputs: readonly string[] }} options
 *   absolute paths; `file` is where the memory is kept
 */
export function createStamp({ file, inputs, outputs }) {
  return {
    /** Whether an input was changed, added or removed since, or an output is gone. */
    isStale() {
      if (!existsSync(file) || outputs.some((output) => !existsSync(output))) return true;
      return readFileSync(file, "utf8") !== fingerprint(inputs());
    },
    /**
     * Runs the step and remembers its inputs as they were before it, so that what changes meanwhile counts as new.
     * @template T
     * @param {() => Promise<T>} work
     */
    async around(work) {
      rmSync(file, { force: true });
      const before = fingerprint(inputs());
      const result = await work();
      mkdirSync(path.dirname(file), { recursive: true });
      writeFileSync(file, before);
      return result;
    },
  };
}

/** Times and sizes instead of contents: reading every source would make "nothing to do" slow. */
function fingerprint(files) {
  const hash = createHash("sha256");
  for (const file of files) {
    const { size, mtimeMs } = statSync(file);
    hash.update(`${file}\0${size}\0${mtimeMs}\n`);
  }
  return hash.digest("hex");
}
