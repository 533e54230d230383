import net from "node:net";
import { flow } from "./flow.mjs";

/**
 * A TCP proxy that treats every connection as the network conditions say. It knows nothing of HTTP.
 * @param {{ upstreamPort: number, conditions: Parameters<typeof flow>[2]["conditions"] }} options
 *   where to pass connections on to, on this machine
 */
export function createProxy({ upstreamPort, conditions }) {
  const sockets = new Set();
  const server = net.createServer({ allowHalfOpen: true, noDelay: true }, (viewer) => {
    const upstream = net.connect({
      port: upstreamPort,
      host: "127.0.0.1",
      allowHalfOpen: true,
      noDelay: true,
    });
    for (const socket of [viewer, upstream]) {
      sockets.add(socket);
      socket.once("close", () => sockets.delete(socket));
    }
    flow(viewer, upstream, { conditions, direction: "up" });
    flow(upstream, viewer, { conditions, direction: "down" });
  });

  return {
    server,
    /** How many viewers' connections are open at this moment. */
    get connections() {
      return Math.ceil(sockets.size / 2);
    },
    /** Stops listening and cuts every connection. */
    async close() {
      const closed = new Promise((resolve) => server.close(resolve));
      for (const socket of sockets) socket.destroy();
      await closed;
    },
  };
}
