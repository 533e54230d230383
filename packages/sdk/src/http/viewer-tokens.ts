import { EntitlementError, type GetToken } from "@micro-drama/protocol";
import type { Guests } from "./guests.js";

/** Says who asks: the page's logged-in viewer, or else a guest. */
export interface ViewerTokens {
  /** An empty string: ask without a token. */
  token(): Promise<string>;
  /** Tells whether the page says that somebody is logged in. */
  isSignedIn(): Promise<boolean>;
  refuse(token: string): void;
  /** Somebody logged in or out: ask the page again. */
  forget(): void;
}

/** A page that does not answer within this time is asked again by the next request. */
const PATIENCE_MS = 10_000;

/** What viewer tokens need of the adapter. */
export interface TokenParts {
  readonly getToken: GetToken | undefined;
  /** Absent: who is not logged in asks without a token. */
  readonly guests: Guests | undefined;
  /** Tells whether an instant is near or past, by the server's clock. */
  readonly isEnding: (expiresAt: string) => boolean;
}

/** Viewer tokens; one question to the page at a time. */
export function createViewerTokens({ getToken, guests, isEnding }: TokenParts): ViewerTokens {
  /** Undefined: the page was not asked yet. Empty: nobody is logged in. */
  let known: string | undefined;
  let reason: "init" | "refused" | "expired" = "init";
  let flight: Promise<string> | undefined;

  const ask = async (page: GetToken): Promise<string> => {
    const signal = AbortSignal.timeout(PATIENCE_MS);
    const silence = new Promise<never>((_resolve, reject) => {
      signal.addEventListener("abort", () => reject(signal.reason), { once: true });
    });
    const token = await Promise.race([page({ reason, signal }), silence]);
    if (typeof token !== "string")
      throw new TypeError(`getToken resolved to ${typeof token}, not to a string`);
    return token;
  };

  /** The page's token; empty when nobody is logged in there. */
  const pageToken = (page: GetToken): Promise<string> => {
    const end = known && endOf(known);
    if (end && isEnding(end)) {
      known = undefined;
      reason = "expired";
    }
    if (known !== undefined) return Promise.resolve(known);
    if (flight) return flight;
    const current: Promise<string> = ask(page)
      .then((token) => {
        // After `forget` this is the token of somebody who is not the viewer any more.
        if (flight === current) known = token;
        return token;
      })
      .catch((cause) => {
        const message = `getToken failed: ${String(cause)}`;
        throw new EntitlementError("auth-required", message, { cause, retryable: true });
      })
      .finally(() => {
        if (flight === current) flight = undefined;
      });
    flight = current;
    return current;
  };

  const accountToken = async () => (getToken ? pageToken(getToken) : "");
  return {
    async token() {
      const token = await accountToken();
      return token === "" && guests ? guests.token() : token;
    },
    isSignedIn: async () => (await accountToken()) !== "",
    refuse(token) {
      if (token === known) {
        known = undefined;
        reason = "refused";
      } else guests?.refuse(token);
    },
    forget() {
      known = undefined;
      reason = "init";
      flight = undefined;
    },
  };
}

/** When a JWT ends, read without trust: the platform judges it. Tokens of other kinds are used until refused. */
function endOf(token: string): string | undefined {
  try {
    const payload = token.split(".")[1] ?? "";
    const { exp } = JSON.parse(atob(payload.replace(/-/g, "+").replace(/_/g, "/"))) as { exp?: unknown };
    return typeof exp === "number" ? new Date(exp * 1000).toISOString() : undefined;
  } catch {
    return undefined;
  }
}
