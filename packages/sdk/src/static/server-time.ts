import type { HostServices } from "@micro-drama/protocol";
import { EntitlementError } from "@micro-drama/protocol";

/** After this the clock is read again, in milliseconds: devices sleep, and their monotonic clocks with them. */
const GOOD_FOR_MS = 10 * 60_000;
const DEADLINE_MS = 2500;

/** A clock that the viewer cannot turn: the page's own server says what time it is. */
export interface ServerTime {
  /** Milliseconds since the epoch. @throws EntitlementError when the server cannot be asked */
  now(): Promise<number>;
}

/**
 * Reads the `Date` header of any file of the server. It must be of the page's own origin, or expose the header
 * (`Access-Control-Expose-Headers: Date`).
 */
export function createServerTime(
  url: string,
  { fetch, monotonicNow }: Pick<HostServices, "fetch"> & { readonly monotonicNow: () => number },
): ServerTime {
  let known: { readonly offset: number; readonly at: number } | undefined;
  let flight: Promise<void> | undefined;

  const read = async () => {
    try {
      // A cached answer would tell the time at which it was kept.
      const signal = AbortSignal.timeout(DEADLINE_MS);
      const { headers } = await fetch(url, { method: "HEAD", cache: "no-store", signal });
      const at = monotonicNow();
      const time = Date.parse(headers.get("date") ?? "");
      if (Number.isNaN(time)) throw new TypeError("there is no Date header that the page may read");
      known = { offset: time - at, at };
    } catch (cause) {
      throw new EntitlementError("offline", `The clock at ${url} cannot be read: ${String(cause)}`, {
        cause,
        retryable: true,
      });
    }
  };

  return {
    async now() {
      if (!known || monotonicNow() - known.at > GOOD_FOR_MS) {
        flight ??= read().finally(() => {
          flight = undefined;
        });
        await flight;
      }
      return (known?.offset ?? Number.NEGATIVE_INFINITY) + monotonicNow();
    },
  };
}
