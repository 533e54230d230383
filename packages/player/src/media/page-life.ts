/** What a player wants to know about its page. */
export interface PageLife {
  readonly onHidden: () => void;
  readonly onVisible: () => void;
  /** The page came back from the back/forward cache: media elements may look alive and be dead (Safari). */
  readonly onRestored: () => void;
  readonly onOnline: () => void;
}

/** Watches the page until the signal aborts. */
export function watchPageLife(life: PageLife, signal: AbortSignal): void {
  const onVisibility = (): void =>
    document.visibilityState === "hidden" ? life.onHidden() : life.onVisible();
  document.addEventListener("visibilitychange", onVisibility, { signal });
  addEventListener("pageshow", ({ persisted }) => persisted && life.onRestored(), { signal });
  addEventListener("online", life.onOnline, { signal });
}
