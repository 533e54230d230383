import type { BackStep } from "./back-step.js";
import type { Session } from "./session.js";

/** What `CloseWatcher` looks like where a browser has it (Chromium since 126); it hears Escape and Android's Back. */
interface CloseWatcherLike {
  onclose: (() => void) | null;
  destroy(): void;
}

/** Opens and closes the immersive mode: the wrapper enters the top layer where it is, nothing is re-parented. */
export interface Immersive {
  enter(): void;
  leave(): void;
}

/**
 * A popover rather than a dialog: an inline player must not be announced as one. What a modal dialog would give
 * for free is done here: focus stays inside and returns, Escape and Back close.
 *
 * @param session the player
 * @param wrapper finds the element that enters the top layer
 * @param usesHistory whether the page lets Back close the player by a history entry
 */
export function createImmersive(
  session: Session,
  wrapper: () => HTMLElement | null,
  usesHistory: () => boolean,
): Immersive {
  let watcher: CloseWatcherLike | undefined;
  let backStep: BackStep | undefined;
  let focusGuard: AbortController | undefined;

  const leave = (): void => {
    const element = wrapper();
    if (session.model.mode !== "immersive" || !element) return;
    focusGuard?.abort();
    watcher?.destroy();
    watcher = undefined;
    backStep?.leave();
    backStep = undefined;
    session.pool.pause();
    if (element.matches(":popover-open")) element.hidePopover();
    element.removeAttribute("popover");
    session.commit({ mode: "inline", wantsPlay: false, panel: "none" });
    // The card is drawn anew by then. `preventScroll`: the reader returns to the very spot of the article.
    requestAnimationFrame(() => element.querySelector<HTMLElement>(".card")?.focus({ preventScroll: true }));
  };

  const listenForBack = async (): Promise<void> => {
    const { createBackStep } = await import("./back-step.js");
    if (session.model.mode !== "immersive" || backStep) return;
    backStep = createBackStep(leave);
    backStep.enter();
  };

  return {
    enter() {
      const element = wrapper();
      if (session.model.mode !== "inline" || !element) return;
      element.setAttribute("popover", "manual");
      element.showPopover();
      session.commit({ mode: "immersive" });
      element.focus({ preventScroll: true });
      focusGuard = keepFocusInside(element);
      watcher = watchClose(leave);
      if (usesHistory()) void listenForBack();
    },
    leave,
  };
}

function watchClose(onClose: () => void): CloseWatcherLike | undefined {
  const Watcher = (globalThis as { CloseWatcher?: new () => CloseWatcherLike }).CloseWatcher;
  if (!Watcher) return undefined;
  try {
    const watcher = new Watcher();
    watcher.onclose = onClose;
    return watcher;
  } catch {
    // Chromium refuses a second watcher without a gesture of its own; Escape still arrives as a key.
    return undefined;
  }
}

function keepFocusInside(element: HTMLElement): AbortController {
  const guard = new AbortController();
  const host = (element.getRootNode() as ShadowRoot).host;
  document.addEventListener(
    "focusin",
    (event) => {
      const path = event.composedPath();
      // What the page itself laid over the player (its own dialog, a menu) may have the focus.
      const isAbove = path.some(
        (node) => node instanceof Element && node.matches(":popover-open, dialog[open]"),
      );
      if (!path.includes(host) && !isAbove) element.focus({ preventScroll: true });
    },
    { signal: guard.signal },
  );
  return guard;
}
