import { assetOf } from "../fixture-series.js";
import type { Reply } from "./client.js";
import { findMerge, type History, mayHave, selectOwed } from "./history.js";
import { isPassing } from "./note-answer.js";
import { EPISODES, type Identity, LOCKED } from "./schedule.js";

/** Who asks for which film. */
export interface Asking {
  readonly who: Identity;
  readonly series: string;
  readonly episode: string;
  readonly moment: number;
}

/** Asks for a film in the midst of everything: whoever has it gets it, and nobody else a word of where it lies. */
export async function watchFilm(
  history: History,
  asking: Asking,
  send: (path: string) => Promise<Reply>,
): Promise<void> {
  const { who, series, episode, moment } = asking;
  const isOwed = () =>
    selectOwed(history, who, moment).some((ref) => ref.series === series && ref.episode === episode);
  const wasOwed = isOwed();
  const wasOver = findMerge(history, who)?.doneIn !== undefined;
  const reply = await send(filmPath(series, episode));
  if (!reply) return;
  // A guest who is being merged is a stranger from then on.
  const isDue = wasOwed && isOwed() && !findMerge(history, who);
  history.faults.push(
    ...findFilmFaults(asking, reply, {
      isDue,
      isAllowed: !wasOver && mayHave(history, who, series, episode),
    }),
  );
}

/** What is wrong with an answer to somebody who must have a film, may have it, or must not. */
export function findFilmFaults(
  { who, series, episode, moment }: Asking,
  reply: NonNullable<Reply>,
  { isDue, isAllowed }: { readonly isDue: boolean; readonly isAllowed: boolean },
): readonly string[] {
  const film = `the film of ${series}/${episode} in moment ${moment}`;
  if (isPlayed(reply, episode)) return isAllowed ? [] : [`${film} was given to ${who}, who never opened it`];
  if (reply.status === 200) return [`${film} is another one: ${String(reply.body.url)}`];
  // An offer says the price of a film and nothing about the film.
  if (namesMedia(reply)) return [`${film} was refused to ${who} and named all the same`];
  return isDue && !isPassing(reply.status)
    ? [`${film} was refused to ${who}, who has it: ${reply.status}`]
    : [];
}

/** Where a film is asked for. */
export function filmPath(series: string, episode: string): string {
  return `/series/${series}/episodes/${episode}/playback`;
}

/** Whether an answer gives the film of this episode. */
export function isPlayed(reply: Reply, episode: string): boolean {
  const url = String(reply?.body.url);
  return reply?.status === 200 && url.includes(`/${assetOf(EPISODES.indexOf(episode as "e01") + 1)}/`);
}

function namesMedia({ body }: NonNullable<Reply>): boolean {
  const text = JSON.stringify(body);
  return LOCKED.some((episode) => text.includes(assetOf(EPISODES.indexOf(episode) + 1)));
}
