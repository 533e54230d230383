/** How far packaging has come. */
export interface Progress {
  /** Id of the episode that this is about. */
  readonly episode: string;
  /** How many episodes are finished, of how many. */
  readonly finished: number;
  readonly count: number;
  readonly phase: "encoding" | "done" | "unchanged";
  /** Of this episode, 0 to 1. */
  readonly fraction: number;
  /** Of all episodes, weighed by their length, 0 to 1. */
  readonly total: number;
}

/** Called often; must not throw. */
export type ProgressListener = (progress: Progress) => void;

/** Adds up the progress of episodes that are encoded side by side. */
export function createProgress(
  episodes: readonly { readonly id: string; readonly seconds: number }[],
  listener: ProgressListener | undefined,
) {
  const done = new Map<string, number>();
  let finished = 0;
  const all = episodes.reduce((sum, episode) => sum + episode.seconds, 0);
  return (id: string, phase: Progress["phase"], fraction: number): void => {
    done.set(id, fraction);
    if (phase !== "encoding") finished += 1;
    const seconds = episodes.reduce((sum, episode) => sum + episode.seconds * (done.get(episode.id) ?? 0), 0);
    const total = all > 0 ? seconds / all : 1;
    listener?.({ episode: id, finished, count: episodes.length, phase, fraction, total });
  };
}
