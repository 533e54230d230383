import type { Reply } from "./client.js";
import type { History, Keyed } from "./history.js";
import { type Identity, WAIT_SECONDS } from "./schedule.js";

const WAIT_MS = WAIT_SECONDS * 1000;

/**
 * Waiting opens one episode of a series when its time has come, and then the next wait begins. What a guest had waited
 * counts for the account: a merge may bring one opening forward, no more.
 */
export function findWaitFaults(history: History): readonly string[] {
  const opened = history.keyed.filter(
    ({ offer, end }) => offer === "wait" && end?.status === 200 && !end.already,
  );
  const groups = new Map<string, Keyed[]>();
  for (const keyed of opened) {
    const name = `${keyed.who} ${keyed.series}`;
    groups.set(name, [...(groups.get(name) ?? []), keyed]);
  }
  return [...groups].flatMap(([name, list]) => findEarly(name, list, history));
}

function findEarly(name: string, list: readonly Keyed[], history: History): readonly string[] {
  const who: Identity | undefined = list[0]?.who;
  const times = list.map(({ end }) => Date.parse(end?.at ?? "")).sort((a, b) => a - b);
  // Nobody is known to a platform before the story begins: that is the earliest first sight.
  const since = [history.begunAt, ...times];
  const early = times.filter((time, index) => !(time - (since[index] ?? 0) >= WAIT_MS));
  const allowed = who === "account" ? history.merges.length : 0;
  if (early.length <= allowed) return [];
  return [
    `${name}: ${early.length} of ${times.length} waits opened before their time, ${allowed} by merging`,
  ];
}

/** Instant from which the platform says that waiting opens; 0: it says none. */
export function readDueAt(reply: Reply): number {
  return reply?.body.code === "not-yet" ? Date.parse(String(reply.body.availableAt)) : 0;
}

/** Who is told to come back gets in when coming back: an instant that was over when it was asked is too late. */
export function findLateWaits({ key }: Keyed, reply: Reply, sentAt: number): readonly string[] {
  // A replay says what was true when it was first asked.
  if (reply?.body.code !== "not-yet" || reply.isReplay || readDueAt(reply) > sentAt) return [];
  return [`wait ${key} was refused as too early, though it was due`];
}
