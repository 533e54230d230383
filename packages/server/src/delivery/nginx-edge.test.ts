import assert from "node:assert/strict";
import { execFile, spawn } from "node:child_process";
import { once } from "node:events";
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, before, describe, it } from "node:test";
import { promisify } from "node:util";
import { createNginxEdge } from "./nginx-edge.js";

const run = promisify(execFile);
const SECRET = "change-me-to-at-least-32-random-letters";
const [ASSET, OTHER, ENCRYPTED] = ["a".repeat(32), "b".repeat(32), "c".repeat(32)] as const;

/** Sixteen bytes, as AES-128 wants them. */
const KEY = "0123456789abcdef";
/** How ffmpeg makes a hundred frames of HLS. */
const PICTURE = [
  ...["-v", "error", "-f", "lavfi", "-i", "testsrc=size=90x160:rate=25:duration=4"],
  ...["-c:v", "libx264", "-preset", "ultrafast", "-pix_fmt", "yuv420p", "-g", "25"],
  ...["-f", "hls", "-hls_time", "2", "-hls_playlist_type", "vod"],
];

/** Needs Debian's nginx and ffmpeg, so only on demand: TEST_NGINX=/usr/sbin/nginx. */
const nginx = process.env.TEST_NGINX;

describe("nginx with examples/nginx.conf", { skip: !nginx && "TEST_NGINX is not set" }, () => {
  const folder = mkdtempSync(join(tmpdir(), "drama-nginx-"));
  const edge = createNginxEdge({ id: "k1", secret: SECRET });
  const inAnHour = () => Math.floor(Date.now() / 1000) + 3600;
  let origin = "";
  let stop = async () => {};
  const base = (asset: string = ASSET, { session = "session-one", expiresAt = inAnHour() } = {}) =>
    edge(origin, { asset, session, expiresAt });
  const get = async (url: string) => {
    const response = await fetch(url);
    const body = await response.arrayBuffer();
    return {
      status: response.status,
      cache: response.headers.get("x-cache"),
      headers: response.headers,
      body,
    };
  };

  before(async () => {
    for (const asset of [ASSET, OTHER]) await makeFilm(join(folder, "series", asset));
    await makeEncryptedFilm(join(folder, "series", ENCRYPTED));
    const port = await freePort();
    origin = `http://127.0.0.1:${port}`;
    mkdirSync(join(folder, "tmp"));
    writeFileSync(join(folder, "nginx.conf"), configuration(folder, port));
    const args = ["-p", folder, "-c", join(folder, "nginx.conf"), "-e", join(folder, "error.log")];
    const child = spawn(nginx ?? "", [...args, "-g", "daemon off;"], { stdio: "inherit" });
    stop = async () => {
      child.kill("SIGQUIT");
      await once(child, "close");
    };
    await untilListening(origin);
  });
  after(async () => {
    await stop();
    rmSync(folder, { recursive: true });
  });

  it("plays HLS through one signed URL", async () => {
    assert.equal(await countFrames(`${await base()}main.m3u8`), "100");
  });

  it("plays an AES-128 film whose key lies in the signed folder, and gives the key to nobody without the token", async () => {
    const mine = await base(ENCRYPTED);
    const { body, status } = await get(`${mine}aes.key`);
    assert.deepEqual([status, Buffer.from(body).toString()], [200, KEY]);
    assert.equal(await countFrames(`${mine}main.m3u8`), "100");
    const foreign = await base(ASSET);
    const ended = await base(ENCRYPTED, { expiresAt: Math.floor(Date.now() / 1000) - 1 });
    for (const url of [
      `${origin}/${ENCRYPTED}/aes.key`,
      `${origin}/s/${ENCRYPTED}/aes.key`,
      `${foreign.replace(ASSET, ENCRYPTED)}aes.key`,
      `${foreign}../${ENCRYPTED}/aes.key`,
      `${ended}aes.key`,
    ])
      assert.equal((await get(url)).status, 403, url);
    const segment = Buffer.from((await get(`${mine}main0.ts`)).body);
    assert.notEqual(segment[0], 0x47, "the film is really encrypted: MPEG-TS begins with this byte");
  });

  it("lets no refusal be kept: the next token must not meet the last one's 403", async () => {
    const mine = await base();
    for (const [url, status] of [
      [`${origin}/${ASSET}/main.m3u8`, 403],
      [`${(await base(OTHER)).replace(OTHER, ASSET)}main.m3u8`, 403],
      [`${mine}nothing.m4s`, 404],
    ] as const) {
      const answer = await get(url);
      assert.deepEqual([answer.status, answer.headers.get("cache-control")], [status, "no-store"], url);
    }
    const kept = await fetch(`${mine}seg0.m4s`);
    await kept.arrayBuffer();
    const tag = kept.headers.get("etag") ?? "";
    const unchanged = await fetch(`${mine}seg0.m4s`, { headers: { "if-none-match": tag } });
    assert.deepEqual(
      [unchanged.status, unchanged.headers.get("cache-control")],
      [304, "private, max-age=600"],
    );
  });

  it("refuses every object without its token, with a foreign one, and after its end", async () => {
    const mine = await base();
    const foreign = await base(OTHER);
    const ended = await base(ASSET, { expiresAt: Math.floor(Date.now() / 1000) - 1 });
    const [, , , , md5 = "", facts = ""] = mine.split("/");
    const [end = "", session = ""] = facts.split(".");
    for (const file of ["main.m3u8", "init.mp4", "seg0.m4s"]) {
      assert.equal((await get(mine + file)).status, 200, file);
      const refused = [
        `${origin}/${ASSET}/${file}`,
        `${origin}/s/${ASSET}/${file}`,
        foreign.replace(OTHER, ASSET) + file,
        ended + file,
        `${origin}/s/${md5}/${Number(end) + 60}.${session}.k1/${ASSET}/${file}`,
        `${origin}/s/${md5}/${end}.session-two.k1/${ASSET}/${file}`,
        `${origin}/s/${md5}/${end}.${session}.k2/${ASSET}/${file}`,
        `${mine}../${OTHER}/${file}`,
        `${mine}%2e%2e/${OTHER}/${file}`,
        `${mine}..%2f${OTHER}/${file}`,
      ];
      for (const url of refused) assert.equal((await get(url)).status, 403, url);
    }
    const unknownKey = createNginxEdge({ id: "k9", secret: "" });
    const guessed = await unknownKey(origin, { asset: ASSET, session: "session-one", expiresAt: inAnHour() });
    assert.equal((await get(`${guessed}main.m3u8`)).status, 403, "a key without a secret signs nothing");
  });

  it("serves the second viewer from the cache that the first one filled, with CORS and types", async () => {
    const file = "seg1.m4s";
    const first = await get((await base(OTHER, { session: "session-ana" })) + file);
    const second = await get((await base(OTHER, { session: "session-ben" })) + file);
    assert.deepEqual([first.cache, second.cache], ["MISS", "HIT"]);
    assert.deepEqual(second.body, first.body);
    assert.equal(second.headers.get("access-control-allow-origin"), "*");
    assert.equal(second.headers.get("cache-control"), "private, max-age=600");
    assert.equal(second.headers.get("content-type"), "video/mp4");
  });

  it("keeps the keys of encrypted films nowhere", async () => {
    for (const viewer of ["session-ana", "session-ben"]) {
      const { status, cache, headers } = await get(`${await base(OTHER, { session: viewer })}film.key`);
      assert.deepEqual([status, cache, headers.get("cache-control")], [200, "BYPASS", "no-store"]);
    }
  });

  it("writes no signed address into its log", async () => {
    const address = await base();
    await get(`${address}seg0.m4s`);
    const [, , , , md5 = "-"] = address.split("/");
    const log = () => readFileSync(join(folder, "access.log"), "utf8");
    while (!log().includes(`${ASSET}/seg0.m4s`)) await new Promise((resolve) => setTimeout(resolve, 20));
    assert.ok(!log().includes(md5));
    assert.ok(!log().includes("/s/"));
  });

  it("gives byte ranges", async () => {
    const response = await fetch(`${await base()}seg0.m4s`, { headers: { range: "bytes=0-9" } });
    assert.equal(response.status, 206);
    assert.equal((await response.arrayBuffer()).byteLength, 10);
  });
});

async function countFrames(url: string): Promise<string | undefined> {
  const { stdout } = await run("ffprobe", [
    ...["-v", "error", "-allowed_extensions", "ALL", "-count_frames", "-select_streams", "v:0"],
    ...["-show_entries", "stream=nb_read_frames", "-of", "csv=p=0", url],
  ]);
  return stdout.trim().split("\n")[0]?.replace(",", "");
}

/** The example with its paths and port exchanged for the test's own. */
function configuration(folder: string, port: number): string {
  const example = readFileSync(new URL("../../examples/nginx.conf", import.meta.url), "utf8")
    .replaceAll("/run/drama-origin.sock", join(folder, "origin.sock"))
    .replace("/srv/series/protected", join(folder, "series"))
    .replace("/var/cache/nginx/drama", join(folder, "cache"))
    .replace("/var/log/nginx/access.log", join(folder, "access.log"))
    .replace("listen 8080", `listen 127.0.0.1:${port}`);
  const temporary = ["client_body", "proxy", "fastcgi", "uwsgi", "scgi"]
    .map((name) => `${name}_temp_path ${join(folder, "tmp", name)};`)
    .join("\n");
  const user = process.getuid?.() === 0 ? "user root;" : "";
  return `${user}
worker_processes 1;
pid ${join(folder, "nginx.pid")};
events {}
http {
${temporary}
${example}
}
`;
}

async function makeFilm(folder: string): Promise<void> {
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, "film.key"), KEY);
  await run(
    "ffmpeg",
    [...PICTURE, "-hls_segment_type", "fmp4", "-hls_segment_filename", "seg%d.m4s", "main.m3u8"],
    { cwd: folder },
  );
}

/** ffmpeg encrypts segments of MPEG-TS only. */
async function makeEncryptedFilm(folder: string): Promise<void> {
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, "aes.key"), KEY);
  writeFileSync(join(folder, "key-info"), `aes.key\n${join(folder, "aes.key")}\n`);
  await run(
    "ffmpeg",
    [...PICTURE, "-hls_key_info_file", "key-info", "-hls_segment_type", "mpegts", "main.m3u8"],
    { cwd: folder },
  );
}

async function freePort(): Promise<number> {
  const server = createServer().listen(0, "127.0.0.1");
  await once(server, "listening");
  const address = server.address();
  server.close();
  await once(server, "close");
  return typeof address === "object" && address ? address.port : 0;
}

async function untilListening(url: string): Promise<void> {
  for (let attempt = 0; ; attempt += 1) {
    try {
      await fetch(url);
      return;
    } catch (error) {
      if (attempt > 200) throw error;
      await new Promise((resolve) => setTimeout(resolve, 25));
    }
  }
}
