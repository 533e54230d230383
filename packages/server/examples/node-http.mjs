import { createServer } from "node:http";
import { createListener } from "@micro-drama/server/node";

/** The handler beside your own pages on `node:http`. */
export function createApp(handler) {
  const drama = createListener(handler);
  return createServer((request, response) => {
    if (/^\/(drama\/v1|\.well-known\/micro-drama)(\/|$)/.test(new URL(request.url, "http://x").pathname))
      return drama(request, response);
    response.end("your own page");
  });
}
