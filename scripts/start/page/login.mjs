import { Hono } from "hono";
import { deleteCookie, getCookie, setCookie } from "hono/cookie";
import { SignJWT } from "jose";

/** The name by which the platform knows the publisher, and the variable that carries their shared secret. */
export const PUBLISHER = "tidewater";
export const SECRET_VARIABLE = "TIDEWATER_LOGIN_SECRET";

const COOKIE = "tidewater-reader";
const NAME = /^[\p{L}\p{N} .'-]{1,40}$/u;
/** Short, because the player asks for a new one whenever it needs one. */
const TOKEN_LIFE = "10m";

/**
 * The publisher's own log-in, as small as one can be: a name is enough. It shows what a page with readers of its
 * own does: its server signs who the reader is, and `getToken` hands that to the player.
 *
 * - `GET /` → {name}: who is logged in; null for nobody
 * - `POST /` {name}: logs in
 * - `DELETE /`: logs out
 * - `GET /token`: a token for the platform, as text; 401 for nobody
 *
 * @param {{ secret: string }} options shared with the platform
 * @returns {Hono}
 */
export function createLoginApp({ secret }) {
  const key = new TextEncoder().encode(secret);
  const app = new Hono();

  app.use(async (c, next) => {
    c.header("Cache-Control", "no-store");
    await next();
  });
  app.get("/", (c) => c.json({ name: readName(c) ?? null }));
  app.post("/", async (c) => {
    const { name } = (await c.req.json().catch(() => undefined)) ?? {};
    if (typeof name !== "string" || !NAME.test(name.trim()))
      return c.json({ title: "A name of 1–40 letters, please", field: "name" }, 400);
    setCookie(c, COOKIE, encodeURIComponent(name.trim()), { path: "/", httpOnly: true, sameSite: "Lax" });
    return c.json({ name: name.trim() });
  });
  app.delete("/", (c) => {
    deleteCookie(c, COOKIE, { path: "/" });
    return c.body(null, 204);
  });
  app.get("/token", async (c) => {
    const name = readName(c);
    if (!name) return c.json({ title: "Nobody is logged in" }, 401);
    const token = await new SignJWT({ azp: new URL(c.req.url).origin })
      .setProtectedHeader({ alg: "HS256" })
      .setIssuer(PUBLISHER)
      .setAudience("micro-drama")
      .setSubject(name.toLowerCase())
      .setIssuedAt()
      .setExpirationTime(TOKEN_LIFE)
      .sign(key);
    return c.text(token);
  });
  return app;
}

function readName(c) {
  try {
    const name = decodeURIComponent(getCookie(c, COOKIE) ?? "");
    return NAME.test(name) ? name : undefined;
  } catch {
    return undefined;
  }
}
