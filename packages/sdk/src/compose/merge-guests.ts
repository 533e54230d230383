import type { CallContext, EntitlementAdapter, MergeResult } from "@micro-drama/protocol";
import { joinWallets } from "./join-checks.js";

/** Guests of several adapters: each moves its own. Absent where none of them knows guests. */
export function mergeGuests(
  adapters: readonly EntitlementAdapter[],
): Pick<EntitlementAdapter, "hasGuest" | "mergeGuest"> {
  const hosts = adapters.filter(({ mergeGuest }) => mergeGuest);
  if (hosts.length === 0) return {};
  const withGuests = () => hosts.filter((adapter) => adapter.hasGuest?.());
  return {
    hasGuest: () => withGuests().length > 0,
    async mergeGuest(ctx: CallContext) {
      const ends = await Promise.allSettled(
        withGuests().map(async (adapter) => adapter.mergeGuest?.(ctx) ?? ({ outcome: "nothing" } as const)),
      );
      // Its guest is still there, and is moved by the next try; those that were moved have none any more.
      const failed = ends.find((end) => end.status === "rejected");
      if (failed) throw failed.reason;
      return joinMerges(ends.flatMap((end) => (end.status === "fulfilled" ? end.value : [])));
    },
  };
}

/** What came along in all. What was paid twice is told in the currency in which the first adapter gave it back. */
function joinMerges(results: readonly MergeResult[]): MergeResult {
  const merged = results.flatMap((result) => (result.outcome === "merged" ? result : []));
  const wallet = joinWallets(merged.map((result) => result.wallet));
  if (!wallet) return { outcome: "nothing" };
  const refunds = merged.flatMap(({ refunded }) => refunded ?? []);
  const currency = refunds[0]?.currency;
  const same = refunds.filter((refund) => refund.currency === currency);
  return {
    outcome: "merged",
    already: merged.every(({ already }) => already),
    episodes: merged.reduce((sum, { episodes }) => sum + episodes, 0),
    refunded: currency ? { amount: same.reduce((sum, { amount }) => sum + amount, 0), currency } : null,
    wallet,
  };
}
