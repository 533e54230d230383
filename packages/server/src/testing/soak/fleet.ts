import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { createInterface } from "node:readline";

const CLI = new URL("../../cli.js", import.meta.url).pathname;

/** How server processes are started. */
export interface FleetOptions {
  readonly size: number;
  readonly args: readonly string[];
  readonly env: Readonly<Record<string, string>>;
}

/** Server processes of one platform. */
export interface Fleet {
  /** Where those listen that live. */
  origins(): readonly string[];
  /** Kills one with SIGKILL; resolves with what starts another in its place and gives its origin. */
  kill(nth: number): Promise<() => Promise<string>>;
  close(): Promise<void>;
}

interface Member {
  readonly child: ChildProcess;
  readonly origin: string;
}

/** Starts them one after another: the first one migrates the database and makes the secrets. */
export async function startFleet({ size, args, env }: FleetOptions): Promise<Fleet> {
  const members: (Member | undefined)[] = [];
  for (let n = 0; n < size; n += 1) members.push(await startMember(args, env));
  return {
    origins: () => members.flatMap((member) => member?.origin ?? []),
    async kill(nth) {
      const place = nth % members.length;
      const member = members[place];
      members[place] = undefined;
      if (member) await end(member, "SIGKILL");
      return async () => {
        const next = await startMember(args, env);
        members[place] = next;
        return next.origin;
      };
    },
    async close() {
      await Promise.all(members.map((member) => member && end(member, "SIGTERM")));
    },
  };
}

/** Resolves when it is ready. Its log is read until then, and thrown away afterwards. */
async function startMember(args: readonly string[], env: Readonly<Record<string, string>>): Promise<Member> {
  const child = spawn(process.execPath, [CLI, ...args], {
    env: { PATH: process.env.PATH, ...env },
    stdio: ["ignore", "pipe", "inherit"],
    // Ctrl-C in a terminal is for the soak alone.
    detached: true,
  });
  for await (const line of createInterface({ input: child.stdout })) {
    const { event, url } = JSON.parse(line) as { event?: string; url?: string };
    if (event !== "ready" || url === undefined) continue;
    child.stdout.resume();
    return { child, origin: url };
  }
  throw new Error("A server ended before it was ready.");
}

async function end({ child }: Member, signal: NodeJS.Signals): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const ended = once(child, "exit");
  child.kill(signal);
  await ended;
}
