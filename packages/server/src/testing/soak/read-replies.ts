import type { Reply } from "./client.js";
import { LOCKED } from "./schedule.js";

/** Coins of both buckets in an answer of `/wallet`. */
export function coinsOf(reply: NonNullable<Reply>): number {
  const balances = reply.body.balances as readonly { paid: number; bonus: number }[];
  return balances.reduce((sum, { paid, bonus }) => sum + paid + bonus, 0);
}

/** Episodes that an answer of `/access` grants, as `series/episode`. */
export function grantedOf(reply: Reply): readonly string[] {
  const items = (reply?.body.items ?? []) as readonly {
    state: string;
    ref: { series: string; episode: string };
  }[];
  return items.filter(({ state }) => state === "granted").map(({ ref }) => `${ref.series}/${ref.episode}`);
}

/** Whether `series/episode` is one that costs something. */
export function isLocked(ref: string): boolean {
  return LOCKED.some((episode) => ref.endsWith(`/${episode}`));
}
