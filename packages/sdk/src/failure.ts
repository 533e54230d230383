import { EntitlementError, isDramaError, ParseError } from "@micro-drama/protocol";
import type { Log } from "./core.js";
import type { Failure } from "./unlock-state.js";

/**
 * Any thrown thing as an {@link EntitlementError}. What an adapter throws beside those says nothing reliable, so it
 * becomes `adapter-threw`. Errors of another copy of the protocol package are known by their name.
 */
export function toEntitlementError(thrown: unknown): EntitlementError {
  if (thrown instanceof EntitlementError) return thrown;
  if (thrown instanceof ParseError)
    return new EntitlementError("bad-response", `The adapter's answer is wrong: ${thrown.message}.`, {
      cause: thrown,
    });
  if (isDramaError(thrown) && thrown.name === "EntitlementError") return thrown as EntitlementError;
  return new EntitlementError("adapter-threw", `The adapter threw: ${describe(thrown)}.`, { cause: thrown });
}

/** An error in words for views. The adapter's own words stay in the log: they may hold a URL or a secret. */
export function toFailure({ code, retryable }: EntitlementError): Failure {
  return Object.freeze({ code, message: `The platform could not be asked (${code}).`, retryable });
}

/**
 * Calls something of the page or of an adapter whose failure must not matter: what it throws, now or in a promise, is
 * logged.
 */
export function callSafely<T>(log: Log, what: string, work: () => T): T | undefined {
  const failed = (error: unknown) => log("error", `${what} threw: ${describe(error)}`);
  try {
    const result = work();
    if (result instanceof Promise) result.catch(failed);
    return result;
  } catch (error) {
    failed(error);
    return undefined;
  }
}

function describe(thrown: unknown): string {
  try {
    return String(thrown);
  } catch {
    return "something without words";
  }
}
