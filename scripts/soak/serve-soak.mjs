import http from "node:http";
import path from "node:path";
import { fromRoot } from "../lib/paths.mjs";
import { openFile } from "../lib/send-file.mjs";
import { listening } from "../start/ports.mjs";

const FOLDERS = {
  "/player/": fromRoot("packages", "player", "cdn"),
  "/media/": fromRoot("packages", "player", "test-media"),
};

/** Every way of packing that the player knows, so that both builds of hls.js and the browser's own player take turns. */
const FILMS = ["fmp4/main.m3u8", "ts/main.m3u8", "film.mp4", "byte-range/main.m3u8", "demuxed/main.m3u8"];
const EPISODES = 12;

const PAGE = `<!doctype html>
<html lang="en">
  <meta charset="utf-8">
  <title>Soak</title>
  <link rel="icon" href="data:,">
  <style>body { margin: 0 } micro-drama { block-size: 100dvh }</style>
  <script type="module" src="/player/micro-drama.js"></script>
  <body></body>
</html>`;

/**
 * Serves a page with the built player, and a series of free episodes.
 *
 * @returns {Promise<{origin: string, close: () => Promise<void>}>}
 */
export async function serveSoak() {
  const server = http.createServer(async (request, response) => {
    const { pathname } = new URL(request.url, "http://soak");
    if (pathname === "/") return response.writeHead(200, { "content-type": "text/html" }).end(PAGE);
    if (pathname === "/series.json") {
      return response
        .writeHead(200, { "content-type": "application/json" })
        .end(JSON.stringify(createSeries()));
    }
    const folder = Object.keys(FOLDERS).find((prefix) => pathname.startsWith(prefix));
    const file = folder ? path.join(FOLDERS[folder], pathname.slice(folder.length)) : "";
    const { status, headers, open } = await openFile(file, request.headers.range);
    response.writeHead(status, headers);
    const stream = request.method === "HEAD" ? undefined : open();
    if (stream) stream.pipe(response);
    else response.end();
  });
  await listening(server, { port: 0, host: "127.0.0.1" });
  return {
    origin: `http://127.0.0.1:${server.address().port}`,
    close: () =>
      new Promise((resolve) => {
        server.close(resolve);
        server.closeAllConnections();
      }),
  };
}

function createSeries() {
  const episodes = Array.from({ length: EPISODES }, (_, index) => {
    const file = FILMS[index % FILMS.length];
    const source = {
      type: file.endsWith("mp4") ? "mp4" : "hls",
      url: `/media/${file}?episode=${index}`,
      ...(file.startsWith("fmp4") && { start: createStart(index) }),
    };
    return { id: `e${index}`, number: index + 1, title: `Episode ${index + 1}`, access: "free", source };
  });
  return { version: 1, id: "soak", title: "Soak", episodes };
}

/** What lets the first frame come before hls.js. */
function createStart(episode) {
  const low = (file) => `/media/fmp4/low/${file}?episode=${episode}`;
  const segments = [0, 1, 2].map((at) => ({ url: low(`${at}.m4s`), duration: 2 }));
  return {
    bandwidth: 101_200,
    tracks: [{ codecs: "avc1.4d400c,mp4a.40.2", init: { url: low("init_0.mp4") }, segments }],
  };
}
