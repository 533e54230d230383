import { AFTERWARDS, type FinalView, type History, type Keyed, owns, type Revocation } from "./history.js";
import { EPISODE_COINS } from "./schedule.js";
import { countRevoked, sumMerges } from "./tallies.js";

/** Whoever was merged pays once: an account, and all guests that became it, for all that they have. */
export function findFamilyFaults(history: History, { who, granted }: FinalView): readonly string[] {
  if (who !== "account") return [];
  const paid = history.keyed.filter(
    (keyed) => keyed.path === "/unlocks" && owns(history, who, keyed, AFTERWARDS),
  );
  return [...findExcess(history, paid, granted), ...findRepeats(history, paid)];
}

/** Coins that are not given back are the price of what is there, or was ended by the staff. */
function findExcess(history: History, paid: readonly Keyed[], granted: readonly string[]): readonly string[] {
  const spent = paid.reduce((sum, { end }) => sum + (end?.charged ?? 0), 0);
  const back = history.refunds
    .filter(({ keyed }) => paid.includes(keyed))
    .reduce((sum, { first }) => sum + (first?.coins ?? 0), sumMerges(history, "refunded"));
  const ended = countRevoked(history);
  if (spent - back <= (granted.length + ended) * EPISODE_COINS) return [];
  return [
    `the account and its guests paid ${spent - back} coins for ${granted.length} episodes, ${ended} were ended`,
  ];
}

/** An episode that several of them bought one by one came back in coins, but for one of them. */
function findRepeats(history: History, paid: readonly Keyed[]): readonly string[] {
  const kept = paid
    .filter(({ offer, end }) => offer === "coins" && (end?.charged ?? 0) > 0)
    .filter(
      (keyed) => !history.refunds.some((refund) => refund.keyed === keyed && (refund.first?.coins ?? 0) > 0),
    )
    .map(({ series, episodes }) => `${series}/${episodes[0]}`);
  const twice = [...new Set(kept)].flatMap((ref) => {
    const times = kept.filter((one) => one === ref).length - countEndsOf(history, ref);
    return times > 1 ? [{ ref, coins: (times - 1) * EPISODE_COINS }] : [];
  });
  const due = twice.reduce((sum, { coins }) => sum + coins, 0);
  const back = sumMerges(history, "refunded");
  if (back >= due) return [];
  return [
    `the merges gave ${back} coins back instead of ${due} at least, for ${twice.map(({ ref }) => ref).join(", ")}`,
  ];
}

/** How often the staff ended an episode to one of them, at most. */
function countEndsOf(history: History, ref: string): number {
  const names = ({ series, episodes }: Revocation) =>
    episodes.some((episode) => `${series}/${episode}` === ref);
  return history.revocations.filter(names).length;
}
