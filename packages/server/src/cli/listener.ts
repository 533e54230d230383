import type { IncomingMessage, RequestListener } from "node:http";
import { getRequestListener } from "@hono/node-server";
import type { Handler } from "../http/layers.js";

/** How a request's sender is found out. */
export interface ListenerOptions {
  /** Believe the `X-Forwarded-…` headers of the proxy in front. Default false. */
  readonly trustProxy?: boolean;
}

/**
 * A handler as what `node:http` calls, and with it Express, Fastify and every other framework on Node. The request's body
 * must not have been read before.
 *
 * @example
 * createServer(createListener(handler)).listen(4401);
 */
export function createListener(
  handler: Handler,
  { trustProxy = false }: ListenerOptions = {},
): RequestListener {
  return getRequestListener(
    (request, { incoming }) => {
      const forwarded = trustProxy ? readForwarded(request) : {};
      const address = forwarded.address ?? (incoming as IncomingMessage).socket.remoteAddress;
      return handler(forwarded.request ?? request, address === undefined ? {} : { address });
    },
    { overrideGlobalObjects: false },
  ) as RequestListener;
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
