import { Hono } from "hono";
import { fromRoot } from "../../lib/paths.mjs";
import { createFileHandler } from "../../lib/static-files.mjs";
import { fillInOrigins, originsFor } from "./origins.mjs";
import { contentSecurityPolicy } from "./policy.mjs";

/**
 * The publisher's web server: its pages, the player that it hosts itself under /embed/, and
 * /config.json with the other two origins for scripts that need them.
 * @param {{ firstPort: number, backstage?: Hono, login?: Hono, pages?: string, player?: string }} options
 *   `pages` and `player` are folders
 * @returns {Hono}
 */
export function createPageApp({
  firstPort,
  backstage,
  login,
  pages = fromRoot("examples", "publisher"),
  player = fromRoot("packages", "player", "cdn"),
}) {
  const servePage = createFileHandler(pages, {
    transformHtml: (html, request) => fillInOrigins(html, originsFor(request.url, firstPort)),
  });
  const servePlayer = createFileHandler(player, {
    // Chunk names carry a hash of their content.
    cacheControl: (pathname) =>
      pathname.startsWith("/chunks/") ? "public, max-age=31536000, immutable" : "no-cache",
  });

  const app = new Hono();
  app.use(async (c, next) => {
    await next();
    c.header("Referrer-Policy", "strict-origin-when-cross-origin");
    if (c.res.headers.get("content-type")?.startsWith("text/html")) {
      c.header("Content-Security-Policy", contentSecurityPolicy(originsFor(c.req.url, firstPort)));
    }
  });
  app.get("/config.json", (c) => {
    c.header("Cache-Control", "no-store");
    return c.json(originsFor(c.req.url, firstPort));
  });
  if (backstage) app.route("/backstage", backstage);
  if (login) app.route("/login", login);
  app.get("/embed/*", async (c) => {
    const pathname = new URL(c.req.url).pathname.slice("/embed".length);
    return (await servePlayer(c.req.raw, pathname)) ?? c.notFound();
  });
  app.get("*", async (c) => (await servePage(c.req.raw, new URL(c.req.url).pathname)) ?? c.notFound());
  return app;
}
