import { dirname, join, resolve } from "node:path";
import { fileURLToPath } from "node:url";

/** The top folder of the checkout. */
export const ROOT = resolve(dirname(fileURLToPath(import.meta.url)), "../..");

/** A path below the checkout, from its parts. */
export function fromRoot(...parts) {
  return join(ROOT, ...parts);
}
