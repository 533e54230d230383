/** What `CloseWatcher` looks like where a browser has it (Chromium since 126). */
interface CloseWatcherLike {
  onclose: (() => void) | null;
  destroy(): void;
}

/**
 * Hears Android's Back (and Escape outside the player) once, before whatever lies below the sheet hears it.
 *
 * @returns the way to stop listening
 */
export function watchBack(onBack: () => void): () => void {
  const Watcher = (globalThis as { CloseWatcher?: new () => CloseWatcherLike }).CloseWatcher;
  if (!Watcher) return () => undefined;
  try {
    const watcher = new Watcher();
    watcher.onclose = onBack;
    return () => {
      watcher.onclose = null;
      watcher.destroy();
    };
  } catch {
    // Chromium refuses it without a gesture; Escape inside the player arrives as a key all the same.
    return () => undefined;
  }
}
