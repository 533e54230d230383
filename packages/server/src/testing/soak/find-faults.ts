import { findCapFaults } from "./find-cap-faults.js";
import { findFamilyFaults } from "./find-family-faults.js";
import { findWaitFaults } from "./find-wait-faults.js";
import { AFTERWARDS, type FinalView, type History, type Keyed, owns, selectOwed } from "./history.js";
import { BUNDLED_COINS, EPISODE_COINS, type Identity, LOCKED, TOPUP, WELCOME_COINS } from "./schedule.js";
import { countRevoked, isFree, sumMerges } from "./tallies.js";

/**
 * What must hold when all is quiet, from what a person sent and was answered, and from what the platform says now. In
 * words; empty: all is well. Knows nothing of how the platform works inside.
 */
export function findFaults(history: History, views: readonly FinalView[]): readonly string[] {
  return [
    ...history.faults,
    ...history.keyed.flatMap((keyed) => findOddEnd(keyed)),
    ...findWaitFaults(history),
    ...findCapFaults(history),
    ...views.flatMap((view) => [
      ...findLostGrants(history, view),
      ...findLostCoins(history, view),
      ...findDoubleCharges(history, view),
      ...findFamilyFaults(history, view),
      ...findOddFilms(view),
    ]),
  ];
}

/** How many episodes a request opened, told by its charge. */
export function countOpened(keyed: Keyed): number {
  const { offer, end } = keyed;
  if (end?.status !== 200 || end.already) return 0;
  if (offer === "coins") return end.charged / EPISODE_COINS;
  if (offer === "rest") return end.charged / BUNDLED_COINS;
  return isFree(keyed) ? 1 : 0;
}

function findOddEnd(keyed: Keyed): readonly string[] {
  const { key, offer, end } = keyed;
  if (!end) return [`${offer} ${key} was never settled`];
  const opened = countOpened(keyed);
  const most = offer === "rest" ? LOCKED.length : 1;
  const isPossible =
    offer === "topup" || end.status !== 200 || end.already
      ? end.charged === 0
      : Number.isInteger(opened) && opened >= 1 && opened <= most && (!isFree(keyed) || end.charged === 0);
  return isPossible ? [] : [`${offer} ${key} charged ${end.charged}, which is no price of anything`];
}

/** Acknowledged grants stay. */
function findLostGrants(history: History, { who, granted }: FinalView): readonly string[] {
  return selectOwed(history, who, AFTERWARDS)
    .map(({ series, episode }) => `${series}/${episode}`)
    .filter((ref) => !granted.includes(ref))
    .map((ref) => `${who} was granted ${ref} and has it no more`);
}

/** The wallet is the sum of what was acknowledged. */
function findLostCoins(history: History, { who, coins }: FinalView): readonly string[] {
  const identities = selectFamily(history, who);
  const isMine = (keyed: Keyed) => owns(history, who, keyed, AFTERWARDS);
  const welcome = identities.reduce((sum, identity) => sum + WELCOME_COINS[identity], 0);
  const spent = history.keyed.filter(isMine).reduce((sum, { end }) => sum + (end?.charged ?? 0), 0);
  const added = history.keyed.filter(
    (keyed) => isMine(keyed) && keyed.offer === "topup" && keyed.end?.status === 200,
  ).length;
  const back = history.refunds
    .filter(({ keyed }) => isMine(keyed))
    .reduce((sum, { first }) => sum + (first?.coins ?? 0), 0);
  const merged = who === "account" ? sumMerges(history, "refunded") : 0;
  const given = history.gifts
    .filter((gift) => gift.isGiven && owns(history, who, gift, AFTERWARDS))
    .reduce((sum, gift) => sum + gift.coins, 0);
  const expected = welcome + added * TOPUP.coins - spent + back + merged + given;
  if (coins === expected) return [];
  return [
    `${who} has ${coins} coins instead of ${expected}: ${spent} spent, ${added} top-ups, ${back} back, ${merged} by merging, ${given} given`,
  ];
}

/** Every opening that was paid for is there, or was ended once; and nothing is there that was not opened. */
function findDoubleCharges(history: History, { who, granted }: FinalView): readonly string[] {
  const own = history.keyed.filter((keyed) => keyed.who === who);
  const moved = who === "account" ? sumMerges(history, "moved") : 0;
  // Of a gift nobody is told how many of its episodes were not there yet.
  const given = history.gifts
    .filter((gift) => gift.who === who && gift.isGiven)
    .reduce((sum, { episodes }) => sum + episodes.length, 0);
  const opened = own.reduce((sum, keyed) => sum + countOpened(keyed), moved);
  const ends = countEnds(history);
  return [
    ...(granted.length > opened + given
      ? [`${who} has ${granted.length} episodes and opened ${opened + given}`]
      : []),
    ...(opened > granted.length + ends
      ? [`${who} was charged for ${opened} episodes, has ${granted.length}, and ${ends} were ended`]
      : []),
  ];
}

/** The film is given for what is granted, and for nothing else. */
function findOddFilms({ who, granted, played }: FinalView): readonly string[] {
  return [
    ...granted
      .filter((ref) => !played.includes(ref))
      .map((ref) => `${who} has ${ref} and gets no film of it`),
    ...played
      .filter((ref) => !granted.includes(ref))
      .map((ref) => `${who} gets the film of ${ref}, which is locked`),
  ];
}

function countEnds(history: History): number {
  return history.refunds.reduce((sum, { first }) => sum + (first?.episodes ?? 0), countRevoked(history));
}

/** An identity, and the guests that became it. */
function selectFamily(history: History, who: Identity): readonly Identity[] {
  const guests = history.merges.filter(({ doneIn }) => doneIn !== undefined).map((merge) => merge.who);
  return who === "account" ? [who, ...guests] : [who];
}
