import type { Reply } from "./client.js";
import type { FinalView } from "./history.js";
import { isPassing } from "./note-answer.js";
import { coinsOf, grantedOf, isLocked } from "./read-replies.js";
import { type Identity, LOCKED, SERIES } from "./schedule.js";
import { filmPath, isPlayed } from "./watch-film.js";

/** How an identity asks. */
export interface Eyes {
  readonly ask: (path: string) => Promise<Reply>;
  /** Coins owed; undefined: no answer. */
  readonly readDebt: () => Promise<number | undefined>;
}

/** What the platform says about an identity when all is quiet; undefined: not everything was answered. */
export async function look(who: Identity, { ask, readDebt }: Eyes): Promise<FinalView | undefined> {
  const wallet = await ask("/wallet");
  const series = await Promise.all(SERIES.map((id) => ask(`/series/${id}/access`)));
  if (wallet?.status !== 200 || series.some((reply) => reply?.status !== 200)) return undefined;
  const debt = await readDebt();
  const played = await playAll(ask);
  if (debt === undefined || !played) return undefined;
  const granted = series.flatMap((reply) => grantedOf(reply));
  return { who, coins: coinsOf(wallet) - debt, granted: granted.filter(isLocked), played };
}

/** Every film that is given, as `series/episode`. */
async function playAll(ask: Eyes["ask"]): Promise<readonly string[] | undefined> {
  const refs = SERIES.flatMap((series) => LOCKED.map((episode) => ({ series, episode })));
  const replies = await Promise.all(refs.map(({ series, episode }) => ask(filmPath(series, episode))));
  if (replies.some((reply) => !reply || isPassing(reply.status))) return undefined;
  return refs
    .filter(({ episode }, index) => isPlayed(replies[index], episode))
    .map(({ series, episode }) => `${series}/${episode}`);
}
