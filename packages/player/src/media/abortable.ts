/** Resolves after `ms`; rejects at once with the signal's reason when it aborts. */
export function wait(ms: number, signal: AbortSignal): Promise<void> {
  return new Promise((resolve, reject) => {
    if (signal.aborted) return reject(signal.reason);
    const onAbort = (): void => {
      clearTimeout(timer);
      reject(signal.reason);
    };
    const timer = setTimeout(() => {
      signal.removeEventListener("abort", onAbort);
      resolve();
    }, ms);
    signal.addEventListener("abort", onAbort, { once: true });
  });
}

/** Resolves when the browser believes to be online; at once when it does already. */
export function waitOnline(signal: AbortSignal): Promise<void> {
  return new Promise((resolve, reject) => {
    if (signal.aborted) return reject(signal.reason);
    if (isOnline()) return resolve();
    signal.addEventListener("abort", () => reject(signal.reason), { once: true });
    addEventListener("online", () => resolve(), { once: true, signal });
  });
}

/** False only when the browser is sure that there is no network. */
export function isOnline(): boolean {
  return navigator.onLine !== false;
}
