import type { History } from "./history.js";
import { EPISODE_COINS, GUESTS, type Identity, LOCKED, SESSION_CAP_COINS } from "./schedule.js";

/** What a request asks for costs at most so much. */
const MOST_COINS = {
  coins: EPISODE_COINS,
  rest: EPISODE_COINS * LOCKED.length,
  code: 0,
  wait: 0,
  topup: 0,
} as const;

/** An identity is one log-in: it spends no more than the cap, and nobody is stopped who stays below it. */
export function findCapFaults(history: History): readonly string[] {
  const identities: readonly Identity[] = ["account", ...GUESTS];
  return identities.flatMap((who) => {
    const own = history.keyed.filter((keyed) => keyed.who === who);
    const spent = own.reduce((sum, { end }) => sum + (end?.charged ?? 0), 0);
    const stopped = own.filter(
      ({ offer, end }) => end?.problem === "limit-reached" && spent + MOST_COINS[offer] <= SESSION_CAP_COINS,
    );
    return [
      ...(spent > SESSION_CAP_COINS
        ? [`${who} spent ${spent} coins in a log-in, ${SESSION_CAP_COINS} were allowed`]
        : []),
      ...stopped.map(
        ({ offer, key }) => `${offer} ${key} was stopped by the cap, though ${who} spent ${spent} only`,
      ),
    ];
  });
}
