import { createAdaptorServer } from "@hono/node-server";
import { getConnInfo } from "@hono/node-server/conninfo";
import { Hono } from "hono";

/** The handler as routes of your own Hono app. Its rate limits count by the address that you give it. */
export function createApp(handler) {
  const app = new Hono();
  app.get("/", (c) => c.text("your own page"));
  for (const path of ["/drama/v1/*", "/.well-known/micro-drama"])
    app.all(path, (c) => handler(c.req.raw, { address: getConnInfo(c).remote.address }));
  return createAdaptorServer(app);
}
