/** A history entry that stands for the open player, so that Back closes it instead of leaving the page. */
export interface BackStep {
  enter(): void;
  /** The player was closed by other means: takes the entry away again. */
  leave(): void;
}

const MARK = "microDrama";

/**
 * For pages that opted in (`back-closes`): a browser without `CloseWatcher` gives no other way to hear Back.
 * @param onBack the viewer went back
 */
export function createBackStep(onBack: () => void): BackStep {
  let entered: AbortController | undefined;

  const isOnTop = (): boolean => (history.state as Record<string, unknown> | null)?.[MARK] === true;

  return {
    enter() {
      // A reload or Forward comes back to such an entry with the player closed: a second one above it would make
      // Back arrive at the first, which looks like still being open.
      if (!isOnTop()) history.pushState({ ...(history.state as object | null), [MARK]: true }, "");
      entered = new AbortController();
      addEventListener(
        "popstate",
        () => {
          if (isOnTop()) return;
          entered?.abort();
          entered = undefined;
          onBack();
        },
        { signal: entered.signal },
      );
    },
    leave() {
      if (!entered) return;
      entered.abort();
      entered = undefined;
      if (isOnTop()) history.back();
    },
  };
}
