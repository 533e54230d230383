import { isGateOpen } from "../core/select-stage.js";
import { createBackStep } from "./back-step.js";
import type { Navigation } from "./navigation.js";
import type { Session } from "./session.js";

/** What `CloseWatcher` looks like where a browser has it (Chromium since 126); it hears Escape and Android's Back. */
interface CloseWatcherLike {
  onclose: (() => void) | null;
  destroy(): void;
}

/** What hearing Back needs. */
export interface BackHearing {
  readonly session: Session;
  readonly navigation: Navigation;
  /** Closes the player. */
  readonly leave: () => void;
  /** The page lets Back close the player by a history entry. */
  readonly usesHistory: boolean;
}

/**
 * Hears Back while the player is open. Back takes away what was opened last: a panel, then the sheet of a lock (to the
 * last episode that plays), then the player.
 *
 * @returns ends it
 */
export function hearBack({ session, navigation, leave, usesHistory }: BackHearing): () => void {
  let watcher: CloseWatcherLike | undefined;

  const goBack = (): void => {
    if (session.model.panel !== "none") session.commit({ panel: "none" });
    else if (!isGateOpen(session.model) || !navigation.back()) leave();
    // A browser's way to say Back is used up by one Back.
    if (session.model.mode === "immersive") listen();
  };
  const step = createBackStep(goBack);

  const listen = (): void => {
    watcher?.destroy();
    watcher = watchClose(goBack);
    if (usesHistory) step.enter();
  };
  listen();

  return () => {
    watcher?.destroy();
    step.leave();
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
