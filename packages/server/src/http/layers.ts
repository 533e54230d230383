import { isDramaError } from "@micro-drama/protocol";
import type { Policy } from "../platform.js";
import { type Call, type ConnectionInfo, UNKNOWN_ADDRESS } from "./call.js";
import { addCors, preflightResponse } from "./cors.js";
import { ProblemError, problemResponse } from "./problem.js";
import { type RequestLog, redactPath } from "./request-log.js";

/** A Web-standard handler; the second argument carries what a `Request` does not know. Never rejects. */
export type Handler = (request: Request, info?: ConnectionInfo) => Promise<Response>;

/** What the layers need to know. */
export interface LayerOptions {
  readonly policy: Pick<Policy, "isAllowedOrigin">;
  readonly log?: RequestLog | undefined;
  readonly now: () => number;
}

/** Puts the log, CORS, the origin rule and the problem documents around a router: on every answer alike. */
export function withLayers(
  router: (call: Call) => Promise<Response>,
  { policy, log, now }: LayerOptions,
): Handler {
  return async (request, info = {}) => {
    const at = now();
    const started = performance.now();
    const url = new URL(request.url);
    const call: Call = { request, url, params: {}, address: info.address ?? UNKNOWN_ADDRESS, notes: {} };
    const response = addCors(request, await answer(router, call, policy));
    log?.({
      at: new Date(at).toISOString(),
      method: request.method,
      path: redactPath(url.pathname),
      status: response.status,
      ms: Math.round((performance.now() - started) * 10) / 10,
      ...call.notes,
    });
    return response;
  };
}

async function answer(
  router: (call: Call) => Promise<Response>,
  call: Call,
  policy: Pick<Policy, "isAllowedOrigin">,
): Promise<Response> {
  if (call.request.method === "OPTIONS") return preflightResponse();
  try {
    refuseForeignOrigin(call, policy);
    return await router(call);
  } catch (error) {
    const problem = toProblem(error);
    call.notes.problem = problem.code;
    if (problem.code === "server" || problem.code === "unavailable")
      call.notes.error = error instanceof Error ? error.message : String(error);
    return problemResponse(problem);
  }
}

/** The list alone decides. That an Origin equals the Host proves nothing: a stranger's name may be made to lead here. */
function refuseForeignOrigin({ request }: Call, policy: Pick<Policy, "isAllowedOrigin">): void {
  const origin = request.headers.get("origin");
  if (origin === null || policy.isAllowedOrigin(origin)) return;
  throw new ProblemError("origin-not-allowed", { detail: `Pages of ${origin} may not ask here.` });
}

function toProblem(error: unknown): ProblemError {
  if (error instanceof ProblemError) return error;
  if (isDramaError(error) && error.code === "invalid-data")
    return new ProblemError("invalid-request", { detail: error.message });
  if (isMerged(error))
    return new ProblemError("auth-required", { detail: "This guest was merged with an account; use that." });
  if (isDatabaseAway(error))
    return new ProblemError(
      "unavailable",
      { detail: "The database does not answer." },
      { "retry-after": "1" },
    );
  return new ProblemError("server", {
    detail: "Something unforeseen happened; nothing is known to have failed.",
  });
}

/** The ledger's own SQLSTATE for a guest who is over and whose token still lives. */
function isMerged(error: unknown): boolean {
  return error instanceof Error && "code" in error && error.code === "DR001";
}

/**
 * SQLSTATE classes: 08 connection, 53 resources, 57 operator (shutdown, timeout), 40 serialization and deadlock; and
 * what sockets say. Nothing was committed, or it will be found under the same key.
 */
function isDatabaseAway(error: unknown): boolean {
  if (!(error instanceof Error)) return false;
  const code = "code" in error && typeof error.code === "string" ? error.code : "";
  return (
    /^(08|53|57|40)...$/.test(code) ||
    /^(ECONNREFUSED|ECONNRESET|EPIPE|ETIMEDOUT|ENOENT|EHOSTUNREACH)$/.test(code) ||
    /Connection terminated|Query read timeout|timeout exceeded when trying to connect|closed the connection/i.test(
      error.message,
    )
  );
}
