import { isGateOpen } from "../core/select-stage.js";
import type { WishCause } from "../core/wish.js";
import type { Player } from "./player.js";

/** How much of an inline player must be visible before it starts by itself. */
const VISIBLE_SHARE = 0.5;

/**
 * Follows what happens around the player: visibility, the network, fingers.
 * All listeners end with `signal`.
 */
export function watchPage(
  host: HTMLElement,
  player: Player,
  options: { readonly signal: AbortSignal; readonly autoplays: () => boolean },
): void {
  const { signal } = options;
  const { session, arming, link } = player;

  const follow = (event?: Event): void => {
    session.commit({ online: navigator.onLine });
    const { seriesFailure, media } = session.model;
    if (event?.type === "online" && (seriesFailure ?? media.failure)?.retryable) player.actions.retry();
  };
  follow();
  addEventListener("online", follow, { signal });
  addEventListener("offline", follow, { signal });

  document.addEventListener(
    "visibilitychange",
    () => {
      if (document.visibilityState !== "visible") {
        arming.stop();
        return;
      }
      arming.restart();
      link.wake();
      // Back from the platform's own page, where coins may have been bought.
      if (isGateOpen(session.model)) link.recheck("visible");
    },
    { signal },
  );

  // A finger that is still down when the sheet opens must not buy: see gate-arming.
  const touch = ({ type }: Event): void => arming.touch(type === "pointerdown");
  host.addEventListener("pointerdown", touch, { signal });
  addEventListener("pointerup", touch, { signal });
  addEventListener("pointercancel", touch, { signal });

  autoplayWhenVisible(host, player, options);
}

function autoplayWhenVisible(
  host: HTMLElement,
  { session, playback }: Player,
  { signal, autoplays }: { readonly signal: AbortSignal; readonly autoplays: () => boolean },
): void {
  // A viewer who paused is not started again by scrolling.
  let mayStart = true;
  // A page that is complete was opened earlier: the player came later, and nobody waits since the navigation.
  let cause: WishCause = document.readyState === "complete" ? "autoplay" : "navigation";
  let isVisible = false;
  /** After every change, because `autoplay` may be set while the player is in view already. */
  const look = (): void => {
    const { mode, wantsPlay } = session.model;
    if (wantsPlay) mayStart = false;
    // A player that is the page need not be looked for: its media is on its way before it is drawn.
    else if (mayStart && autoplays() && (isVisible || mode === "page")) {
      mayStart = false;
      playback.setMuted(true, "page");
      session.commit({ soundHint: !session.keepsMuted });
      playback.play(cause);
    }
  };
  const observer = new IntersectionObserver(
    (entries) => {
      isVisible = (entries.at(-1)?.intersectionRatio ?? 0) >= VISIBLE_SHARE;
      look();
      const { mode, wantsPlay } = session.model;
      if (!isVisible && mode === "inline" && wantsPlay) {
        // Nothing plays where nobody sees it.
        playback.pause();
        mayStart = true;
      }
      // Whoever scrolls down to it waits from then on.
      cause = "autoplay";
    },
    { threshold: [0, VISIBLE_SHARE] },
  );
  observer.observe(host);
  session.subscribe(look, signal);
  signal.addEventListener("abort", () => observer.disconnect());
}
