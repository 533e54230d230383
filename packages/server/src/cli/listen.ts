import { once } from "node:events";
import { createServer } from "node:http";
import { isIPv6 } from "node:net";
import type { Handler } from "../http/layers.js";
import { createListener, type ListenerOptions } from "./listener.js";

/** Answers under way get this long when the server ends: as an unlock may wait for its row. A dead line must not hold it up. */
const GRACE_MS = 11_000;

/** A server that listens. */
export interface Listening {
  readonly url: string;
  /** Takes no more connections; resolves when the answers under way are out. Harmless when repeated. */
  close(): Promise<void>;
}

/** Where to listen. */
export interface ListenOptions extends ListenerOptions {
  readonly port: number;
  readonly host: string;
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
  const listener = createListener(
    async (request, info) => {
      const response = await handler()(request, info);
      // Node closes idle connections when a server ends; this one would be idle only later, and hold the end up.
      if (isEnding) response.headers.set("connection", "close");
      return response;
    },
    { trustProxy },
  );
  const server = createServer(listener);
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
      const cut = setTimeout(() => server.closeAllConnections(), GRACE_MS);
      await closed;
      clearTimeout(cut);
    },
  };
}
