import { mkdtemp, rm } from "node:fs/promises";
import http from "node:http";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { run } from "../lib/run.mjs";
import { openFile } from "../lib/send-file.mjs";
import { listening } from "../start/ports.mjs";

/** So short a life that a player renews every second and a half. */
const LIFE_MS = 2000;
/** Longer than sixty renewals take. */
const FILM_SECONDS = 140;
const SEGMENT_SECONDS = 2;

/**
 * A media server whose addresses end after two seconds, with one long film. Everything after the end is 403.
 *
 * @throws {Error} without ffmpeg, which makes the film
 */
export async function startShortLivedEdge() {
  const folder = await mkdtemp(join(tmpdir(), "micro-drama-edge-"));
  await makeFilm(folder);
  const counts = { issued: 0, served: 0, refused: 0 };
  const server = http.createServer(async (request, response) => {
    const [, issuedAt, name] = /^\/(\d+)\/([\w.-]+)/.exec(request.url) ?? [];
    const isOver = !name || Date.now() - Number(issuedAt) > LIFE_MS;
    counts[isOver ? "refused" : "served"] += 1;
    const cors = { "access-control-allow-origin": "*" };
    if (isOver) return response.writeHead(403, cors).end();
    const { status, headers, open } = await openFile(join(folder, name), request.headers.range);
    response.writeHead(status, { ...headers, ...cors });
    const stream = request.method === "HEAD" ? undefined : open();
    if (stream) stream.pipe(response);
    else response.end();
  });
  await listening(server, { port: 0, host: "127.0.0.1" });

  return {
    counts,
    /** A fresh address, as a platform hands it out. */
    issue() {
      counts.issued += 1;
      const now = Date.now();
      return {
        url: `http://127.0.0.1:${server.address().port}/${now}/main.m3u8`,
        type: "hls",
        session: `short-${now}`,
        expiresAt: new Date(now + LIFE_MS).toISOString(),
        captions: [],
      };
    },
    async close() {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
      await rm(folder, { recursive: true, force: true });
    },
  };
}

async function makeFilm(folder) {
  const { code, output } = await run(
    "ffmpeg",
    [
      ...["-v", "error", "-f", "lavfi", "-i", "testsrc2=size=180x320:rate=15"],
      ...["-f", "lavfi", "-i", "sine=frequency=220:sample_rate=44100", "-t", String(FILM_SECONDS)],
      ...["-c:v", "libx264", "-preset", "ultrafast", "-pix_fmt", "yuv420p", "-profile:v", "baseline"],
      ...["-g", String(15 * SEGMENT_SECONDS), "-c:a", "aac", "-b:a", "32k"],
      ...["-f", "hls", "-hls_time", String(SEGMENT_SECONDS), "-hls_playlist_type", "vod"],
      ...["-hls_segment_type", "fmp4", "main.m3u8"],
    ],
    { cwd: folder, quiet: true },
  );
  if (code !== 0) throw new Error(`ffmpeg could not make the film: ${output}`);
}
