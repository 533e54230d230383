import { once } from "node:events";
import type { IncomingMessage } from "node:http";
import { isIPv6 } from "node:net";
import { createAdaptorServer } from "@hono/node-server";
import type { Handler } from "../http/layers.js";

/** Answers under way get this long when the server ends; a viewer on a dead line must not hold it up. */
const GRACE_MS = 5000;

/** A server that listens. */
export interface Listening {
  readonly url: string;
  /** Takes no more connections; resolves when the answers under way are out. Harmless when repeated. */
  close(): Promise<void>;
}

/** Where to listen, and whether a proxy in front is believed. */
export interface ListenOptions {
  readonly port: number;
  readonly host: string;
  readonly trustProxy?: boolean;
}

/**
 * Serves a handler over HTTP. The handler may be exchanged while it runs: it is asked for with every request.
 *
 * @throws the system's error, such as EADDRINUSE
 */
export async function listen(
  handler: () => Handler,
  { port, host, trustProxy = false }: ListenOptions,
): Promise<Listening> {
  let isEnding = false;
  const server = createAdaptorServer({
    overrideGlobalObjects: false,
    fetch: async (request, { incoming }) => {
      const forwarded = trustProxy ? readForwarded(request) : {};
      const address = forwarded.address ?? (incoming as IncomingMessage).socket.remoteAddress;
      const response = await handler()(
        forwarded.request ?? request,
        address === undefined ? {} : { address },
      );
      // Node closes idle connections when a server ends; this one would be idle only later, and hold the end up.
      if (isEnding) response.headers.set("connection", "close");
      return response;
    },
  });
  server.listen(port, host);
  await once(server, "listening");
  const bound = server.address();
  const boundPort = typeof bound === "object" && bound ? bound.port : port;
  return {
    url: `http://${isIPv6(host) ? `[${host}]` : host}:${boundPort}`,
    async close() {
      if (!server.listening) return;
      isEnding = true;
      const closed = once(server, "close");
      server.close();
      const cut = setTimeout(() => "closeAllConnections" in server && server.closeAllConnections(), GRACE_MS);
      await closed;
      clearTimeout(cut);
    },
  };
}

/** The last proxy is the one we trust, so its word is the last of a list. */
function readForwarded(request: Request): { address?: string; request?: Request } {
  const last = (name: string) => request.headers.get(name)?.split(",").at(-1)?.trim() || undefined;
  const address = last("x-forwarded-for");
  const [proto, host] = [last("x-forwarded-proto"), last("x-forwarded-host")];
  const own = new URL(request.url);
  const scheme = proto === "https" || proto === "http" ? `${proto}:` : own.protocol;
  const text = `${scheme}//${host ?? own.host}${own.pathname}${own.search}`;
  const url = URL.canParse(text) ? new URL(text) : own;
  return { ...(address === undefined ? {} : { address }), request: new Request(url, request) };
}
