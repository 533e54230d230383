import type { Actions } from "../core/actions.js";
import { reachableCount } from "../core/playlist.js";
import { awaitsFirstFrame, FIRST_FRAME_WAIT_MS, type ViewState } from "../core/view-state.js";
import type { Swipe } from "../gesture/swipe.js";
import { findFeed } from "../view/index.js";

type Gestures = typeof import("../gesture/index.js");

/** Swipes, wheels and keys of an opened player. An inline one leaves all of them to the page. */
export interface Input {
  /** Call after every render: attaches, detaches, and moves the feed to the active episode. */
  follow(view: ViewState): void;
  /** While a slide is about to show its first picture: settles when it has. What is around it is drawn afterwards. */
  readonly slideStart: Promise<void> | undefined;
  detach(): void;
}

/** What input is taken from, and for. */
export interface InputOptions {
  readonly host: HTMLElement;
  readonly root: () => ParentNode;
  readonly actions: Actions;
  readonly takesSwipes: () => boolean;
  /** What the player shows, or is about to draw. */
  readonly view: () => ViewState | undefined;
}

/**
 * Takes input while the player is a page or immersive. Its code is a chunk of its own, fetched when it is first
 * wanted: nobody swipes before the first frame.
 */
export function createInput(options: InputOptions): Input {
  const { host, root, actions, takesSwipes } = options;
  let gestures: Gestures | undefined;
  let isFetching = false;
  let isWaiting = false;
  let swipe: Swipe | undefined;
  let isAttached = false;
  let view: ViewState | undefined;
  let held: AbortController | undefined;
  const kept: KeyboardEvent[] = [];
  let slideStart: Promise<void> | undefined;

  const take = (event: KeyboardEvent): void => {
    // Not the view that was drawn last: it may be a picture behind.
    const now = options.view();
    if (!now) return;
    if (!gestures) keepKey(event, now);
    else if (gestures.handleKey(event, now, actions)) event.preventDefault();
  };
  host.addEventListener("keydown", take);

  /** A key that is quicker than its code is carried out when that has come. Escape is heard by others as well. */
  const keepKey = (event: KeyboardEvent, { mode }: ViewState): void => {
    if (mode === "inline" || event.key === "Escape") return;
    // An event that has gone by has no path of its own.
    const path = event.composedPath();
    event.composedPath = () => path;
    kept.push(event);
  };

  const fetchGestures = (): void => {
    if (isFetching) return;
    isFetching = true;
    import("../gesture/index.js").then(
      (module) => {
        gestures = module;
        if (view) input.follow(view);
        for (const event of kept) take(event);
      },
      (error: unknown) => {
        // The buttons still work; the next render tries again. A key carried out then would surprise.
        kept.length = 0;
        isFetching = false;
        console.error("<micro-drama>: no swipes and keys.", error);
      },
    );
  };

  const attach = ({ createSwipe, watchPresses }: Gestures): void => {
    swipe ??= createSwipe({
      onStart: actions.swipeStarted,
      onCommit: (direction, by) => {
        const goes = direction > 0 ? actions.next(by) : actions.previous(by);
        if (goes)
          slideStart ??= afterNextPicture().then(() => {
            slideStart = undefined;
          });
        return goes;
      },
      onCancel: actions.swipeCancelled,
      // An opened player has no page behind it to scroll.
      handsWheelOver: () => view?.mode === "page",
    });
    const found = findFeed(root());
    held = new AbortController();
    if (found) {
      swipe.attach(found.feed, found.slots);
      watchPresses(found.feed, { view: () => view, actions, signal: held.signal });
    }
    isAttached = found !== undefined;
  };

  const input: Input = {
    follow(next) {
      view = next;
      const isOpen = next.mode !== "inline" && next.series !== undefined;
      if (isOpen && !gestures) {
        if (!awaitsFirstFrame(next)) fetchGestures();
        else if (!isWaiting) setTimeout(fetchGestures, FIRST_FRAME_WAIT_MS);
        isWaiting = true;
      }
      const wants = isOpen && takesSwipes();
      if (wants && gestures && !isAttached) attach(gestures);
      else if (!wants && isAttached) input.detach();
      if (next.series) swipe?.setPosition(next.index, reachableCount(next.series), { animate: isOpen });
    },
    get slideStart() {
      return slideStart;
    },
    detach() {
      held?.abort();
      swipe?.detach();
      isAttached = false;
    },
  };
  return input;
}

/** The callback comes before the picture, a task of its own after it. */
function afterNextPicture(): Promise<void> {
  return new Promise((resolve) => requestAnimationFrame(() => setTimeout(resolve)));
}
