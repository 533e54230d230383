import type { Navigation } from "./navigation.js";
import type { Session } from "./session.js";

/** Opens and closes the immersive mode: the wrapper enters the top layer where it is, nothing is re-parented. */
export interface Immersive {
  enter(): void;
  leave(): void;
}

/**
 * A popover rather than a dialog: an inline player must not be announced as one. What a modal dialog would give
 * for free is done here: focus stays inside and returns, Escape and Back close.
 *
 * @param wrapper finds the element that enters the top layer
 * @param usesHistory whether the page lets Back close the player by a history entry
 */
export function createImmersive(
  session: Session,
  navigation: Navigation,
  wrapper: () => HTMLElement | null,
  usesHistory: () => boolean,
): Immersive {
  let stopHearing: (() => void) | undefined;
  let focusGuard: AbortController | undefined;

  const leave = (): void => {
    const element = wrapper();
    if (session.model.mode !== "immersive" || !element) return;
    focusGuard?.abort();
    stopHearing?.();
    stopHearing = undefined;
    session.pool.pause();
    if (element.matches(":popover-open")) element.hidePopover();
    element.removeAttribute("popover");
    session.commit({ mode: "inline", wantsPlay: false, panel: "none" });
    // The card is drawn anew by then. `preventScroll`: the reader returns to the very spot of the article.
    requestAnimationFrame(() => element.querySelector<HTMLElement>(".card")?.focus({ preventScroll: true }));
  };

  const listenForBack = async (): Promise<void> => {
    const { hearBack } = await import("./hear-back.js");
    if (session.model.mode !== "immersive" || stopHearing) return;
    stopHearing = hearBack({ session, navigation, leave, usesHistory: usesHistory() });
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
      // Where its code cannot be had, Escape still arrives as a key.
      listenForBack().catch(() => undefined);
    },
    leave,
  };
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
