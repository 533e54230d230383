import type { Actions } from "../core/actions.js";
import type { ViewState } from "../core/view-state.js";
import { watchDoubleTap } from "./double-tap.js";
import { watchHold } from "./hold.js";
import { showHeart } from "./show-heart.js";

/** What presses on the film are for. */
export interface PressOptions {
  /** What the player shows. */
  readonly view: () => ViewState | undefined;
  readonly actions: Actions;
  readonly signal: AbortSignal;
}

/** A finger that rests plays at double speed; two taps like, where the page keeps what is liked. One tap is the view's. */
export function watchPresses(feed: HTMLElement, { view, actions, signal }: PressOptions): void {
  watchHold(feed, {
    canHold: () => view()?.stage === "playing",
    onHold: () => actions.choose({ isBoosted: true }),
    onRelease: () => actions.choose({ isBoosted: false }),
    signal,
  });
  const track = feed.querySelector<HTMLElement>(".slot")?.parentElement;
  if (!track) return;
  watchDoubleTap(track, {
    // A tap for sound is not kept waiting.
    isWanted: () => view()?.choices.reactions?.likes !== undefined && !view()?.soundHint,
    stops: () => selectMoving(view()),
    onTap: () => actions.togglePlay(),
    onDoubleTap: (event) => {
      actions.choose({ reacting: "only-like" });
      showHeart(feed, event);
    },
    signal,
  });
}

/** The number of the film that moves, with nothing over it. */
function selectMoving(view: ViewState | undefined): number | undefined {
  const moves = view?.stage === "playing" || view?.stage === "stalled";
  return moves && view.panel === "none" ? view.index : undefined;
}
