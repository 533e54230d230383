import { type ChildProcess, execFileSync, spawn, spawnSync } from "node:child_process";
import { once } from "node:events";
import { chmodSync, chownSync, existsSync, mkdtempSync, openSync, readdirSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import pg from "pg";

/** A PostgreSQL of the soak's own, to be killed at will: on a socket in a temporary folder, never on the network. */
export interface Cluster {
  readonly url: string;
  /** Kills the postmaster and every process that it has; resolves when they are gone. */
  kill(): Promise<void>;
  /** Kills one process that serves a connection: PostgreSQL drops all connections and recovers by itself. */
  killBackend(nth: number): Promise<void>;
  /** Starts it again after `kill`; resolves when it takes connections. */
  start(): Promise<void>;
  remove(): Promise<void>;
}

/** Where Debian keeps the programs that are not in the path. */
const DEBIAN = "/usr/lib/postgresql";
const RETRY_MS = 20;

/** @throws Error when there is no PostgreSQL on this machine, in words */
export async function openCluster(): Promise<Cluster> {
  const bin = findPrograms();
  const owner = chooseOwner();
  const folder = mkdtempSync(join(tmpdir(), "drama-pg-"));
  chmodSync(folder, 0o700);
  if (owner) chownSync(folder, owner.uid, owner.gid);
  const data = join(folder, "data");
  const asOwner = { ...owner, cwd: folder };
  execFileSync(join(bin, "initdb"), ["-D", data, "-U", "soak", "-A", "trust", "-E", "UTF8", "--locale=C"], {
    ...asOwner,
    stdio: ["ignore", "ignore", "inherit"],
  });
  const url = `postgres://soak@localhost/postgres?host=${encodeURIComponent(folder)}`;
  let postmaster: ChildProcess;
  const start = async () => {
    const log = openSync(join(folder, "log"), "a");
    postmaster = spawn(
      join(bin, "postgres"),
      ["-D", data, "-k", folder, "-c", "listen_addresses=", "-c", "shared_buffers=256MB"],
      // Ctrl-C in a terminal is for the soak alone.
      { ...asOwner, stdio: ["ignore", log, log], detached: true },
    );
    await untilUp(url, postmaster);
  };
  await start();
  const stop = (signal: NodeJS.Signals) => async () => {
    const { pid } = postmaster;
    if (pid === undefined || postmaster.exitCode !== null || postmaster.signalCode !== null) return;
    const family = [pid, ...childrenOf(pid)];
    const ended = once(postmaster, "exit");
    for (const member of signal === "SIGKILL" ? family : [pid]) send(member, signal);
    await ended;
    // Their shared memory keeps a new postmaster from starting.
    while (isAnyAlive(family)) await pause(RETRY_MS);
  };
  return {
    url,
    start,
    kill: stop("SIGKILL"),
    async killBackend(nth) {
      const backends = await listBackends(url);
      const victim = backends[nth % backends.length];
      if (victim !== undefined) send(victim, "SIGKILL");
    },
    async remove() {
      await stop("SIGINT")();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

function findPrograms(): string {
  const versions = existsSync(DEBIAN) ? readdirSync(DEBIAN).sort((a, b) => Number(b) - Number(a)) : [];
  const folders = [
    ...versions.map((version) => join(DEBIAN, version, "bin")),
    ...(process.env.PATH ?? "").split(":"),
  ];
  const found = folders.find((folder) => existsSync(join(folder, "initdb")));
  if (found === undefined)
    throw new Error(
      "There is no initdb on this machine: install PostgreSQL (Debian: apt-get install postgresql).",
    );
  return found;
}

/** PostgreSQL refuses to run as root: it runs as its own user then. */
function chooseOwner(): { readonly uid: number; readonly gid: number } | undefined {
  if (process.getuid?.() !== 0) return undefined;
  const id = (flag: string) => Number(execFileSync("id", [flag, "postgres"], { encoding: "utf8" }));
  return { uid: id("-u"), gid: id("-g") };
}

async function untilUp(url: string, postmaster: ChildProcess): Promise<void> {
  for (;;) {
    if (postmaster.exitCode !== null) throw new Error(`PostgreSQL ended with ${postmaster.exitCode}.`);
    const client = new pg.Client({ connectionString: url });
    // It may be killed once more while this is under way.
    client.on("error", () => {});
    const isUp = await client.connect().then(
      () => true,
      () => false,
    );
    await client.end().catch(() => {});
    if (isUp) return;
    await pause(RETRY_MS);
  }
}

async function listBackends(url: string): Promise<readonly number[]> {
  const client = new pg.Client({ connectionString: url });
  client.on("error", () => {});
  try {
    await client.connect();
    const { rows } = await client.query<{ pid: number }>(
      "select pid from pg_stat_activity where backend_type = 'client backend' and pid <> pg_backend_pid() order by pid",
    );
    return rows.map(({ pid }) => pid);
  } finally {
    await client.end().catch(() => {});
  }
}

function childrenOf(pid: number): readonly number[] {
  const text = execFileSync("ps", ["-o", "pid=", "--ppid", String(pid)], { encoding: "utf8" });
  return text.split("\n").filter(Boolean).map(Number);
}

function send(pid: number, signal: NodeJS.Signals): void {
  try {
    process.kill(pid, signal);
  } catch {
    // It has ended by itself meanwhile.
  }
}

/** A zombie that nobody has waited for yet holds nothing any more. */
function isAnyAlive(pids: readonly number[]): boolean {
  const { stdout } = spawnSync("ps", ["-o", "stat=", "-p", pids.join(",")], { encoding: "utf8" });
  return stdout.split("\n").some((state) => state !== "" && !state.startsWith("Z"));
}
