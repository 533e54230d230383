import type { Core } from "./core.js";
import type { LazySpending } from "./lazy-spending.js";
import type { MergeEnd } from "./spending/index.js";

/** Moves a guest's purchases to the account before anything else is asked, so that nobody buys twice. */
export interface Merging {
  /** Begins, where there is something to move. Settles with how it ended. */
  begin(): Promise<MergeEnd>;
  /** Settles when the last one has ended; nothing when there was none. */
  readonly running: Promise<MergeEnd> | undefined;
  /** Tries again what failed. Settles with true when it was merged this time. */
  again(): Promise<boolean>;
}

/** Merging over a core. Never rejects. */
export function createMerging({ adapter }: Core, load: LazySpending["load"]): Merging {
  let running: Promise<MergeEnd> | undefined;
  const begin = () => {
    running = adapter
      .initialize()
      .then(() =>
        adapter.inner.hasGuest?.() ? load().then((loaded) => loaded.mergeGuest()) : ("nothing" as const),
      )
      .catch(() => "failed" as const);
    return running;
  };
  return {
    begin,
    get running() {
      return running;
    },
    async again() {
      return (await running) === "failed" && (await begin()) === "merged";
    },
  };
}
