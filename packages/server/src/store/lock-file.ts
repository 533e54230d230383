import { randomUUID } from "node:crypto";
import { linkSync, readFileSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { DramaError } from "@micro-drama/protocol";

interface Holder {
  readonly pid: number;
  /** When that process began, as the system counts: a number may be given to another process later. */
  readonly began?: string;
  /** Tells two locks of one process apart. */
  readonly token: string;
}

/**
 * Claims a folder for this process by the file `server.lock` in it.
 *
 * @returns gives it back
 * @throws DramaError `data-in-use` while a living process holds it; what a killed one left behind is taken over
 */
export function lockFolder(folder: string): () => void {
  const path = join(folder, "server.lock");
  const mine: Holder = { pid: process.pid, ...beginningOf(process.pid), token: randomUUID() };
  const draft = `${path}.${mine.token}`;
  writeFileSync(draft, JSON.stringify(mine));
  try {
    // A link is made whole or not at all; nobody ever reads half a lock.
    while (!tryLink(draft, path)) takeAwayStale(path, folder);
  } finally {
    rmSync(draft, { force: true });
  }
  const release = () => {
    process.off("exit", release);
    if (readHolder(path)?.token === mine.token) rmSync(path, { force: true });
  };
  process.once("exit", release);
  return release;
}

function takeAwayStale(path: string, folder: string): void {
  const holder = readHolder(path);
  if (holder && isAlive(holder)) throw inUse(holder, folder);
  const aside = `${path}.${randomUUID()}`;
  try {
    renameSync(path, aside);
  } catch (error) {
    if (isCode(error, "ENOENT")) return;
    throw error;
  }
  // Between reading and renaming, another process may have done the same and put its own lock there.
  const moved = readHolder(aside);
  const isOther = moved !== undefined && moved.token !== holder?.token;
  if (isOther) tryLink(aside, path);
  rmSync(aside, { force: true });
  if (isOther) throw inUse(moved, folder);
}

function inUse({ pid }: Holder, folder: string): DramaError {
  return new DramaError(
    "data-in-use",
    `The data folder ${folder} is used by the process ${pid}. Two processes on one folder would lose purchases: stop the other one, choose another --data, or put both on a PostgreSQL with DATABASE_URL.`,
  );
}

function isAlive({ pid, began }: Holder): boolean {
  try {
    process.kill(pid, 0);
  } catch (error) {
    // EPERM: it lives and belongs to somebody else.
    if (!isCode(error, "EPERM")) return false;
  }
  const now = beginningOf(pid).began;
  return began === undefined || now === undefined || began === now;
}

/** Linux only: field 22 of /proc/<pid>/stat, counted after the name, which may hold spaces and brackets. */
function beginningOf(pid: number): Pick<Holder, "began"> {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, "utf8");
    const began = stat.slice(stat.lastIndexOf(")") + 2).split(" ")[19];
    return began === undefined ? {} : { began };
  } catch {
    return {};
  }
}

function readHolder(path: string): Holder | undefined {
  try {
    return JSON.parse(readFileSync(path, "utf8")) as Holder;
  } catch {
    return undefined;
  }
}

function tryLink(from: string, to: string): boolean {
  try {
    linkSync(from, to);
    return true;
  } catch (error) {
    if (isCode(error, "EEXIST")) return false;
    throw error;
  }
}

function isCode(error: unknown, code: string): boolean {
  return error instanceof Error && "code" in error && error.code === code;
}
