import { Hono } from "hono";
import { streamSSE } from "hono/streaming";
import { isMode, MODES } from "../network/modes.mjs";
import { isFromOwnPage } from "./guard.mjs";

/** A connection without traffic is closed by some proxies and phones after half a minute. */
const HEARTBEAT_MS = 15_000;

const DEFAULT_KILL_SECONDS = 4;
const MAX_KILL_SECONDS = 60;

/**
 * What the backstage drawer of the demo pages talks to. Mounted under /backstage of the page's origin, in the
 * demo only, for pages of that origin only.
 *
 * - `GET /events`: server-sent events. `state` {network: {api, media}, server: {state, pid?, restartsAt?}},
 *   at once and after each change; `request` (SeenRequest with an `id`), the remembered ones first.
 * - `POST /network` {mode: "normal" | "slow" | "tunnel", origin?: "api" | "media"}: both origins by default.
 * - `POST /kill` {seconds?: 1–60}: kills the platform's API and starts it again after that time.
 *
 * @param {{ feed: ReturnType<typeof import("./feed.mjs").createFeed>,
 *   network: ReturnType<typeof import("../network/network.mjs").createNetwork>,
 *   api: Pick<import("../service.mjs").Service, "status" | "kill" | "on">, signal: AbortSignal }} options
 *   `signal` ends the open event streams
 * @returns {Hono}
 */
export function createBackstageApp({ feed, network, api, signal }) {
  const state = () => ({ network: network.modes(), server: api.status });
  api.on("state", () => feed.publishState(state()));
  const app = new Hono();

  app.use(async (c, next) => {
    if (!isFromOwnPage(c.req.raw))
      return problem(c, 403, "The backstage answers only pages of its own origin.");
    c.header("Cache-Control", "no-store");
    await next();
  });

  app.get("/events", (c) =>
    streamSSE(c, async (stream) => {
      const ended = new AbortController();
      const end = () => ended.abort();
      stream.onAbort(end);
      signal.addEventListener("abort", end, { once: true, signal: ended.signal });
      if (signal.aborted) return;
      let sending = Promise.resolve();
      const send = ({ type, data }) => {
        sending = sending.then(() => stream.writeSSE({ event: type, data: JSON.stringify(data) }));
      };
      const heartbeat = setInterval(() => stream.write(": still here\n\n"), HEARTBEAT_MS);
      // All in one turn, so that nothing falls between what is remembered and what comes.
      send({ type: "state", data: state() });
      for (const request of feed.requests()) send({ type: "request", data: request });
      feed.subscribe(send, ended.signal);
      await new Promise((resolve) => {
        if (ended.signal.aborted) resolve();
        ended.signal.addEventListener("abort", resolve, { once: true });
      });
      clearInterval(heartbeat);
    }),
  );

  app.post("/network", async (c) => {
    const { mode, origin } = await readJson(c);
    if (!isMode(mode)) return problem(c, 400, `"mode" is one of ${Object.keys(MODES).join(", ")}.`);
    const names = Object.keys(network.modes());
    if (origin !== undefined && !names.includes(origin)) {
      return problem(c, 400, `"origin" is one of ${names.join(", ")}, or absent for all.`);
    }
    network.setMode(mode, origin === undefined ? names : [origin]);
    feed.publishState(state());
    return c.json(state());
  });

  app.post("/kill", async (c) => {
    const { seconds = DEFAULT_KILL_SECONDS } = await readJson(c);
    if (typeof seconds !== "number" || !(seconds >= 1 && seconds <= MAX_KILL_SECONDS)) {
      return problem(c, 400, `"seconds" is a number from 1 to ${MAX_KILL_SECONDS}.`);
    }
    api.kill(seconds);
    return c.json(state());
  });

  return app;
}

async function readJson(c) {
  const body = await c.req.json().catch(() => undefined);
  return body !== null && typeof body === "object" ? body : {};
}

function problem(c, status, detail) {
  return c.json({ status, title: "Not done", detail }, status, {
    "content-type": "application/problem+json",
  });
}
