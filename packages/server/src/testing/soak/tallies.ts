import type { History, Keyed } from "./history.js";

/** What opens an episode without coins. */
export function isFree({ offer }: Keyed): boolean {
  return offer === "code" || offer === "wait";
}

/** Rights that the staff ended, at most. */
export function countRevoked({ revocations }: History): number {
  return revocations.reduce((sum, { ended }) => sum + ended, 0);
}

/** What the merges of a person moved, or gave back in coins. */
export function sumMerges({ merges }: History, what: "moved" | "refunded"): number {
  return merges.reduce((sum, merge) => sum + merge[what], 0);
}
