import type { CallContext, HostServices } from "@micro-drama/protocol";
import { EntitlementError, isDramaError, PLACEMENT_HEADER, PROTOCOL_BASE } from "@micro-drama/protocol";
import { type Answer, readAnswer } from "./answer.js";
import type { ViewerTokens } from "./viewer-tokens.js";

/** One request to the platform. */
export interface HttpRequest {
  readonly path: string;
  /** Sent as JSON. */
  readonly body?: object;
  /** Default: POST with a body, GET without. */
  readonly method?: "GET" | "POST" | "PUT";
  readonly headers?: Readonly<Record<string, string>>;
}

/** No token could be had, so that nothing was sent. */
export class NotSentError extends EntitlementError {}

/** Tokens this near to their end are not sent any more: the way and two clocks take time. */
const MARGIN_MS = 60_000;

/** Speaks HTTP with one platform. No cookies: who asks is said by a token alone. */
export interface HttpClient {
  /** Sends as the viewer; after a 401 once more with another token. */
  send(request: HttpRequest, ctx: CallContext): Promise<Answer>;
  /** Sends as nobody. */
  post(path: string, body: object): Promise<Answer>;
  /** Tells whether an instant is near or past, by the server's clock. False before the first answer. */
  isEnding(instant: string): boolean;
}

/** What a client needs. */
export interface ClientParts {
  readonly endpoint: string;
  readonly fetch: typeof fetch;
  readonly now: HostServices["now"];
  readonly tokens: () => ViewerTokens;
}

/** A client for the platform at `endpoint`. */
export function createHttpClient({ endpoint, fetch, now, tokens }: ClientParts): HttpClient {
  const base = `${endpoint.replace(/\/+$/, "").replace(new RegExp(`${PROTOCOL_BASE}$`), "")}${PROTOCOL_BASE}`;
  let serverOffset: number | undefined;

  const exchange = async (
    { path, body, headers, method = body ? "POST" : "GET" }: HttpRequest,
    signal: AbortSignal,
    own: Readonly<Record<string, string>> = {},
  ): Promise<Answer> => {
    try {
      const response = await fetch(base + path, {
        method,
        headers: { ...(body && { "content-type": "application/json" }), ...headers, ...own },
        ...(body && { body: JSON.stringify(body) }),
        credentials: "omit",
        // A browser's cache must not answer in the platform's place; the SDK keeps the tag itself.
        cache: "no-store",
        redirect: "error",
        signal,
      });
      const answer = await readAnswer(response);
      const serverNow = Date.parse(answer.serverNow ?? "");
      if (!Number.isNaN(serverNow)) serverOffset = serverNow - now();
      return answer;
    } catch (cause) {
      if (isDramaError(cause)) throw cause;
      const code = signal.aborted ? "aborted" : "offline";
      throw new EntitlementError(code, "The platform is out of reach.", { cause, retryable: true });
    }
  };

  const authorize = async (): Promise<string> => {
    try {
      return await tokens().token();
    } catch (thrown) {
      const cause = thrown as EntitlementError;
      const code = isDramaError(cause) ? cause.code : "auth-required";
      throw new NotSentError(code, `No token: ${cause.message}`, {
        cause,
        retryable: cause.retryable,
      });
    }
  };

  return {
    async send(request, { signal, locale, placement, cause }) {
      if (cause === "viewer") tokens().forget();
      const own = {
        "accept-language": locale,
        // Header values are ASCII; `fetch` throws on anything else.
        ...(placement && { [PLACEMENT_HEADER]: placement.replace(/[^ -~]/g, "?") }),
      };
      for (let isSecond = false; ; isSecond = true) {
        const token = await authorize();
        const answer = await exchange(request, signal, {
          ...own,
          ...(token && { authorization: `Bearer ${token}` }),
        });
        if (answer.status !== 401 || isSecond || token === "") return answer;
        tokens().refuse(token);
      }
    },
    post: (path, body) => exchange({ path, body }, AbortSignal.timeout(10_000)),
    isEnding: (instant) =>
      serverOffset !== undefined && Date.parse(instant) - MARGIN_MS < now() + serverOffset,
  };
}
