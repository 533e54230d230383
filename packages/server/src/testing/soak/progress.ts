/** What the people of a round are doing. */
export type Phase = "arrive" | "live" | "settle" | "are looked at";

/** Where a round is. */
export interface Progress {
  readonly phase: Phase;
  /** People who are through with it. */
  readonly done: number;
  readonly of: number;
}

/** Is told whenever somebody is through. */
export type Tell = (progress: Progress) => void;

/** Does something for everybody at once. */
export function forAll<T, Result>(
  phase: Phase,
  items: readonly T[],
  act: (item: T, index: number) => Promise<Result>,
  tell: Tell,
): Promise<readonly Result[]> {
  let done = 0;
  const of = items.length;
  tell({ phase, done, of });
  return Promise.all(
    items.map(async (item, index) => {
      const result = await act(item, index);
      done += 1;
      tell({ phase, done, of });
      return result;
    }),
  );
}
