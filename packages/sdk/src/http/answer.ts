import type { EntitlementErrorCode, Json, Problem, Quote } from "@micro-drama/protocol";
import { EntitlementError, NOW_HEADER, QUOTE_EXPIRES_HEADER, QUOTE_HEADER } from "@micro-drama/protocol";

/** An answer of the platform, read whole. */
export interface Answer {
  readonly status: number;
  /** Parsed JSON; nobody has looked at its shape yet. Undefined: no body. */
  readonly body: unknown;
  readonly etag: string | null;
  /** The server's clock, as it stands in the header. */
  readonly serverNow: string | null;
  readonly quote: Quote | undefined;
  readonly retryAfterMs: number | undefined;
}

/** Statuses with a meaning of their own. 409 says that the same key is being worked on: worth another try, as is 5xx. */
const CODES: { readonly [status: number]: EntitlementErrorCode } = {
  402: "forbidden",
  403: "forbidden",
  404: "not-found",
  409: "server",
  429: "rate-limited",
  451: "forbidden",
};

/** Reads a response to its end. @throws EntitlementError when it breaks off or is not JSON */
export async function readAnswer(response: Response): Promise<Answer> {
  const { headers, status } = response;
  const text = await response.text();
  const value = headers.get(QUOTE_HEADER);
  const expiresAt = headers.get(QUOTE_EXPIRES_HEADER);
  return {
    status,
    body: text === "" ? undefined : parseJson(text, status),
    etag: headers.get("etag"),
    serverNow: headers.get(NOW_HEADER),
    quote: value && expiresAt ? { value, expiresAt } : undefined,
    retryAfterMs: parseRetryAfter(headers.get("retry-after")),
  };
}

/** The problem document of an answer, as far as it is one. Its members are read by the SDK's parsers later. */
export function problemOf({ body }: Answer): Partial<Problem> {
  return typeof body === "object" && body !== null ? body : {};
}

/**
 * The body of a good answer, whatever it is: the SDK parses every answer of every adapter.
 *
 * @throws EntitlementError where it is no good answer
 */
export function bodyOf<T>(answer: Answer): T {
  if (answer.status >= 200 && answer.status < 300) return answer.body as T;
  throw errorOf(answer);
}

/** An answer that is no result, as an error. */
export function errorOf(answer: Answer): EntitlementError {
  const { status, retryAfterMs } = answer;
  const problem = problemOf(answer);
  const code =
    status === 401 ? authCode(problem) : (CODES[status] ?? (status >= 500 ? "server" : "bad-request"));
  const said = problem.code === undefined ? "" : ` "${problem.code}"`;
  return new EntitlementError(code, `The platform answered ${status}${said}.`, {
    retryable: code === "server" || code === "rate-limited",
    status,
    problem: problem as Json,
    ...(retryAfterMs !== undefined && { retryAfterMs }),
  });
}

function authCode({ code }: Partial<Problem>): EntitlementErrorCode {
  return code === "auth-expired" ? "auth-expired" : "auth-required";
}

/** A gateway's error page is no JSON: its status still says enough. */
function parseJson(text: string, status: number): unknown {
  try {
    return JSON.parse(text);
  } catch {
    if (status >= 400) return undefined;
    throw new EntitlementError("bad-response", "The answer is no whole JSON.", {
      retryable: true,
      status,
    });
  }
}

/** Seconds; the form with a date is left out, because it would need the device's clock. */
function parseRetryAfter(header: string | null): number | undefined {
  return header !== null && /^\d{1,6}$/.test(header) ? Number(header) * 1000 : undefined;
}
