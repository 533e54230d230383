import type { Json } from "./json.js";

/**
 * The base of every error that a micro-drama package throws or reports.
 * `code` is stable and meant for programs, `message` for people: it says what happened, with which
 * value, and what to do.
 */
export class DramaError<Code extends string = string> extends Error {
  override readonly name: string = "DramaError";
  declare readonly code: Code;
  /** True when the same call may succeed later without a change. */
  declare readonly retryable: boolean;

  constructor(code: Code, message: string, options: { cause?: unknown; retryable?: boolean } = {}) {
    super(message, options);
    this.code = code;
    this.retryable = options.retryable ?? false;
  }
}

/** Tells whether a value is a {@link DramaError}, also one made by another copy of this package. */
export function isDramaError(value: unknown): value is DramaError {
  return (
    value instanceof Error && typeof (value as { code?: unknown }).code === "string" && "retryable" in value
  );
}

/**
 * Untrusted data did not have the expected shape.
 * `path` names the place, as in `$.episodes[2].source.url`.
 */
export class ParseError extends DramaError<"invalid-data"> {
  override readonly name = "ParseError";
  readonly path: string;

  constructor(path: string, problem: string) {
    super("invalid-data", `${path}: ${problem}`);
    this.path = path;
  }
}

/** Every reason for which asking a backend can fail. */
export type EntitlementErrorCode =
  | "auth-required"
  | "auth-expired"
  | "forbidden"
  | "offline"
  | "timeout"
  | "aborted"
  | "rate-limited"
  | "server"
  | "bad-response"
  | "bad-request"
  | "not-found"
  | "config"
  | "adapter-threw"
  | "unsupported";

/** An adapter could not answer. Never means "granted" and never means "refused": the answer is unknown. */
export class EntitlementError extends DramaError<EntitlementErrorCode> {
  override readonly name = "EntitlementError";
  /** Milliseconds to wait before another attempt, when the backend said so. */
  declare readonly retryAfterMs?: number;
  /** HTTP status, when there was one. */
  declare readonly status?: number;
  /** The problem document of the backend, for logs; holds no secret. */
  declare readonly problem?: Json;

  constructor(
    code: EntitlementErrorCode,
    message: string,
    options: {
      cause?: unknown;
      retryable?: boolean;
      retryAfterMs?: number;
      status?: number;
      problem?: Json;
    } = {},
  ) {
    super(code, message, options);
    const { retryAfterMs, status, problem } = options;
    Object.assign(this, { retryAfterMs, status, problem });
  }
}
