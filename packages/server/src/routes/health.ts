import type { Route } from "../http/call.js";
import { ProblemError } from "../http/problem.js";
import type { Platform } from "../platform.js";

/** `GET /healthz`: the process answers. */
export const healthRoute: Route = async () => plain("ok");

/** `GET /readyz`: the database answers too. */
export function readyRoute({ store }: Pick<Platform, "store">): Route {
  return async () => {
    try {
      await store.ping();
    } catch {
      throw new ProblemError(
        "unavailable",
        { detail: "The database does not answer." },
        { "retry-after": "1" },
      );
    }
    return plain("ready");
  };
}

function plain(text: string): Response {
  return new Response(`${text}\n`, {
    headers: { "content-type": "text/plain", "cache-control": "no-store" },
  });
}
