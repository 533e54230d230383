import { createHash, randomUUID } from "node:crypto";
import { createReadStream } from "node:fs";
import { access, mkdir, readFile, rename, rm, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";

/** Writes a file so that its final name only ever shows all of it or what was there before. */
export async function writeWhole(path: string, data: string | Uint8Array, work: string): Promise<void> {
  const half = join(work, randomUUID());
  await mkdir(work, { recursive: true });
  await writeFile(half, data);
  await moveFile(half, path);
}

/** Renames a finished file into its place. */
export async function moveFile(from: string, to: string): Promise<void> {
  await mkdir(dirname(to), { recursive: true });
  await rename(from, to);
}

/** Renames a finished folder into its place; what was there goes first to `work`, then away. */
export async function moveFolder(from: string, to: string, work: string): Promise<void> {
  await mkdir(dirname(to), { recursive: true });
  const old = join(work, randomUUID());
  if (await exists(to)) {
    await mkdir(work, { recursive: true });
    await rename(to, old);
  }
  await rename(from, to);
  await rm(old, { recursive: true, force: true });
}

/** True when there is something under this path. */
export async function exists(path: string): Promise<boolean> {
  return access(path).then(
    () => true,
    () => false,
  );
}

/** A JSON file; undefined when it is not there or is no JSON. */
export async function readJson(path: string): Promise<unknown> {
  try {
    return JSON.parse(await readFile(path, "utf8"));
  } catch {
    return undefined;
  }
}

/** JSON as people read it, with a line end. */
export function toJson(value: unknown): string {
  return `${JSON.stringify(value, null, 2)}\n`;
}

/** SHA-256 of a file's bytes, hexadecimal. */
export async function hashFile(path: string): Promise<string> {
  const hash = createHash("sha256");
  for await (const chunk of createReadStream(path)) hash.update(chunk as Buffer);
  return hash.digest("hex");
}

/** SHA-256 of any JSON value, hexadecimal. */
export function hashValue(value: unknown): string {
  return createHash("sha256").update(JSON.stringify(value)).digest("hex");
}
