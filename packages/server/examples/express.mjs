import { createServer } from "node:http";
import { createListener } from "@micro-drama/server/node";
import express from "express";

/** The handler in an Express app: before `express.json()`, which would read the body away. */
export function createApp(handler) {
  const app = express();
  const drama = createListener(handler);
  app.all(["/drama/v1/*path", "/.well-known/micro-drama"], (request, response) => drama(request, response));
  app.use(express.json());
  app.get("/", (_request, response) => response.send("your own page"));
  return createServer(app);
}
