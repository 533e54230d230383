import { once } from "node:events";
import type { IncomingMessage } from "node:http";
import { isIPv6 } from "node:net";
import { createAdaptorServer } from "@hono/node-server";
import type { Handler } from "../http/layers.js";

/** A server that listens. */
export interface Listening {
  readonly url: string;
  /** Takes no more connections; resolves when the answers under way are out. */
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
  const server = createAdaptorServer({
    overrideGlobalObjects: false,
    fetch: (request, { incoming }) => {
      const forwarded = trustProxy ? readForwarded(request) : {};
      const address = forwarded.address ?? (incoming as IncomingMessage).socket.remoteAddress;
      return handler()(forwarded.request ?? request, address === undefined ? {} : { address });
    },
  });
  server.listen(port, host);
  await once(server, "listening");
  const bound = server.address();
  const boundPort = typeof bound === "object" && bound ? bound.port : port;
  return {
    url: `http://${isIPv6(host) ? `[${host}]` : host}:${boundPort}`,
    async close() {
      const closed = once(server, "close");
      server.close();
      await closed;
    },
  };
}

/** The last proxy is the one we trust, so its word is the last of a list. */
function readForwarded(request: Request): { address?: string; request?: Request } {
  const last = (name: string) => request.headers.get(name)?.split(",").at(-1)?.trim() || undefined;
  const address = last("x-forwarded-for");
  const [proto, host] = [last("x-forwarded-proto"), last("x-forwarded-host")];
  const url = new URL(request.url);
  if (proto === "https" || proto === "http") url.protocol = proto;
  if (host !== undefined && URL.canParse(`http://${host}`)) url.host = host;
  return { ...(address === undefined ? {} : { address }), request: new Request(url, request) };
}
