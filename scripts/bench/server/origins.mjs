import { createSecureServer } from "node:http2";
import { createServer } from "node:net";
import { answerStream } from "./answer-stream.mjs";
import { makeCertificate } from "./certificate.mjs";

const HOSTS = { page: "page.bench.test", scripts: "scripts.bench.test", media: "media.bench.test" };

/**
 * @typedef {object} Answer
 * @property {number} status
 * @property {Record<string, string>} headers
 * @property {Buffer} body
 *
 * @typedef {(request: {method: string, path: string, headers: Record<string, string>, body: Buffer})
 *   => Promise<Answer | undefined>} Respond
 */

/**
 * Three HTTP/2 servers behind one shaped network. What they answer is decided anew for each run.
 *
 * @param {import("../network/network.mjs").Network} network
 */
export async function startOrigins(network) {
  const { key, cert, spki } = await makeCertificate(Object.values(HOSTS));
  let respond = {};
  let ledger = [];
  const servers = Object.keys(HOSTS).map((origin) => {
    const secure = createSecureServer({ key, cert });
    secure.on("stream", (stream, headers) =>
      answerStream(stream, headers, { origin, network, ledger, respond: respond[origin] }),
    );
    // A browser that closes its context resets what is under way; nothing is lost.
    for (const event of ["sessionError", "tlsClientError", "error"]) secure.on(event, () => {});
    const server = createServer({ pauseOnConnect: true, noDelay: true }, async (socket) => {
      socket.on("error", () => {});
      // The TCP and TLS handshakes of a real network: on the loopback they cost nothing.
      await network.travel(2);
      if (socket.destroyed) return;
      secure.emit("connection", socket);
      socket.resume();
    });
    return { origin, server };
  });
  await Promise.all(servers.map(({ server }) => new Promise((done) => server.listen(0, "127.0.0.1", done))));
  const origins = Object.fromEntries(
    servers.map(({ origin, server }) => [origin, `https://${HOSTS[origin]}:${server.address().port}`]),
  );

  return {
    origins,
    /** Chromium's switches to find and trust these servers. */
    browserArguments: [
      "--host-resolver-rules=MAP *.bench.test 127.0.0.1",
      `--ignore-certificate-errors-spki-list=${spki}`,
    ],
    /**
     * @param {Record<"page" | "scripts" | "media", Respond>} next
     * @returns {import("./answer-stream.mjs").Delivery[]} fills with what is delivered from now on
     */
    begin(next) {
      respond = next;
      ledger = [];
      return ledger;
    },
    close: () => servers.map(({ server }) => server.close()),
  };
}
