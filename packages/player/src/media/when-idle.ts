/** Idle time must come before this, so that nothing stays for ever on a busy page. */
const LATEST_MS = 2000;

/** Runs clean-up work when the page has nothing better to do. Safari has no `requestIdleCallback`. */
export function whenIdle(work: () => void): void {
  if ("requestIdleCallback" in globalThis) requestIdleCallback(work, { timeout: LATEST_MS });
  else setTimeout(work, LATEST_MS / 4);
}
