import type { LogNotes } from "./request-log.js";

/** Stands where a server was not told who calls. */
export const UNKNOWN_ADDRESS = "unknown";

/** One request on its way through the layers. */
export interface Call {
  readonly request: Request;
  readonly url: URL;
  /** What stood for `:name` in the route. */
  readonly params: Readonly<Record<string, string>>;
  /** Address of the caller, as far as the server knows; for rate limits only. */
  readonly address: string;
  /** Routes write here what the log should say. */
  readonly notes: LogNotes;
}

/** Answers one call; throws `ProblemError` to refuse it. */
export type Route = (call: Call) => Promise<Response>;

/** Facts about a request that a `Request` does not carry. */
export interface ConnectionInfo {
  /** Address of the caller. */
  readonly address?: string;
}
