import { isOnline, wait, waitOnline } from "./abortable.js";
import type { Patience } from "./patience.js";
import { mayChange, retryDelay } from "./patience.js";

/** A text resource, with the times that a bandwidth estimate needs (`performance.now()`). */
export interface FetchedText {
  readonly text: string;
  /** After redirects: relative URLs in the text are resolved against it. */
  readonly url: string;
  readonly startedAt: number;
  readonly firstByteAt: number;
  readonly endedAt: number;
}

/** The last answer was not the text. `status` is 0 when there was none. */
export class FetchTextError extends Error {
  override readonly name = "FetchTextError";
  readonly status: number;

  // Not the URL: it may be signed, and messages end in events and logs.
  constructor(status: number) {
    super(status === 0 ? "no answer" : `status ${status}`);
    this.status = status;
  }
}

/** What {@link fetchText} needs beside the URL. `url` is asked anew before every try, so that it can change. */
export interface FetchTextOptions {
  readonly signal: AbortSignal;
  readonly patience: Patience;
}

/**
 * Fetches a text with the player's patience; waits while the browser is offline.
 *
 * @throws {FetchTextError} when patience is over
 * @throws the signal's reason when it aborts
 */
export async function fetchText(url: () => string, options: FetchTextOptions): Promise<FetchedText> {
  for (let attempt = 0; ; attempt++) {
    const result = await fetchOnce(url(), options);
    options.signal.throwIfAborted();
    if (typeof result !== "number") return result;
    if (!isOnline()) {
      await waitOnline(options.signal);
      continue;
    }
    if (!mayChange(result) || attempt >= options.patience.errorRetries) throw new FetchTextError(result);
    await wait(retryDelay(options.patience, attempt), options.signal);
  }
}

/** The text, or the status of the answer that was none. */
async function fetchOnce(url: string, { signal, patience }: FetchTextOptions): Promise<FetchedText | number> {
  const deadline = new AbortController();
  const onAbort = (): void => deadline.abort();
  signal.addEventListener("abort", onAbort, { once: true });
  let timer = setTimeout(onAbort, patience.firstByteMs);
  try {
    const startedAt = performance.now();
    const response = await fetch(url, { signal: deadline.signal });
    const firstByteAt = performance.now();
    if (!response.ok) return response.status;
    clearTimeout(timer);
    timer = setTimeout(onAbort, patience.wholeMs);
    const text = await response.text();
    return { text, url: response.url || url, startedAt, firstByteAt, endedAt: performance.now() };
  } catch {
    return 0;
  } finally {
    clearTimeout(timer);
    deadline.abort();
    signal.removeEventListener("abort", onAbort);
  }
}
