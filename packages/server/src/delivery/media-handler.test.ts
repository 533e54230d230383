import assert from "node:assert/strict";
import { mkdtempSync, rmSync, symlinkSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, before, describe, it } from "node:test";
import { createKeyring, generateKeySet } from "../keys.js";
import { assetOf, createFixtureCatalogue, writeFixtureSeries } from "../testing/fixture-series.js";
import { createMediaHandler } from "./media-handler.js";
import { createFolderFiles } from "./node-files.js";
import { signPathToken } from "./path-token.js";

const NOW = Date.parse("2027-01-10T18:00:00Z");

describe("createMediaHandler", () => {
  const keys = createKeyring(generateKeySet());
  const folder = mkdtempSync(join(tmpdir(), "drama-media-"));
  const series = join(folder, "lantern");
  const handler = createMediaHandler({ files: createFolderFiles([series]), keys, now: () => NOW });
  const get = (path: string, headers: Record<string, string> = {}, method = "GET") =>
    handler(new Request(`http://media.example${path}`, { method, headers }));
  const poster = "/series/lantern/e01/poster.webp";

  before(() => {
    writeFixtureSeries(series, createFixtureCatalogue("lantern"));
    symlinkSync(join(series, "platform.json"), join(series, "public", "leak.json"));
  });
  after(() => rmSync(folder, { recursive: true }));

  it("serves public files with their type, a tag and CORS for every page", async () => {
    const response = await get(poster);
    assert.equal(response.status, 200);
    assert.equal(await response.text(), "0123456789");
    assert.equal(response.headers.get("content-type"), "image/webp");
    assert.equal(response.headers.get("content-length"), "10");
    assert.equal((await get("/series/lantern/public/e01/poster.webp")).status, 200);
    assert.equal(response.headers.get("access-control-allow-origin"), "*");
    assert.equal(response.headers.get("cache-control"), "public, max-age=3600");
    const playlist = await get("/series/lantern/e01/main.m3u8");
    assert.equal(playlist.headers.get("content-type"), "application/vnd.apple.mpegurl");
    assert.equal(playlist.headers.get("cache-control"), "public, no-cache");
  });

  it("answers 304 to its own tag", async () => {
    const etag = (await get(poster)).headers.get("etag") ?? "";
    assert.equal((await get(poster, { "if-none-match": etag })).status, 304);
    assert.equal((await get(poster, { "if-none-match": '"other"' })).status, 200);
  });

  const ranges: readonly [range: string, status: number, body: string, contentRange: string | null][] = [
    ["bytes=0-3", 206, "0123", "bytes 0-3/10"],
    ["bytes=4-", 206, "456789", "bytes 4-9/10"],
    ["bytes=-2", 206, "89", "bytes 8-9/10"],
    ["bytes=8-99", 206, "89", "bytes 8-9/10"],
    ["bytes=10-", 416, "", "bytes */10"],
    ["bytes=5-2", 416, "", "bytes */10"],
    ["bytes=-0", 416, "", "bytes */10"],
    ["bytes=0-1,4-5", 200, "0123456789", null],
    ["lines=1-2", 200, "0123456789", null],
    ["bytes=-", 200, "0123456789", null],
  ];
  for (const [range, status, body, contentRange] of ranges)
    it(`answers Range: ${range} with ${status}`, async () => {
      const response = await get(poster, { range });
      assert.equal(response.status, status);
      assert.equal(await response.text(), body);
      assert.equal(response.headers.get("content-range"), contentRange);
    });

  it("answers HEAD without a body, preflights, and no other method", async () => {
    const head = await get(poster, {}, "HEAD");
    assert.deepEqual([head.status, await head.text(), head.headers.get("content-length")], [200, "", "10"]);
    const preflight = await get(poster, {}, "OPTIONS");
    assert.match(preflight.headers.get("access-control-allow-headers") ?? "", /Range/);
    assert.equal((await get(poster, {}, "DELETE")).status, 405);
  });

  it("follows no link out of the public folder", async () => {
    assert.equal((await get("/series/lantern/leak.json")).status, 404);
    assert.equal((await get("/series/lantern/series.json")).status, 200);
  });

  it("serves a protected asset under its token, to nobody's shared cache", async () => {
    const expiresAt = NOW / 1000 + 600;
    const token = await signPathToken(keys, { asset: assetOf(4), session: "session-1", expiresAt });
    const response = await get(`/t/${token}/${assetOf(4)}/0/0.m4s`);
    assert.deepEqual([response.status, await response.text()], [200, "0/0.m4s"]);
    assert.equal(response.headers.get("cache-control"), "private, max-age=600");
    assert.equal((await get(`/t/${token}/${assetOf(4)}/0/9.m4s`)).status, 404);
    assert.equal((await get(`/t/${token}/${assetOf(5)}/0/0.m4s`)).status, 403);
  });

  it("answers 403 from the second on in which the token ends", async () => {
    const sign = (expiresAt: number) =>
      signPathToken(keys, { asset: assetOf(4), session: "session-1", expiresAt });
    const path = `${assetOf(4)}/main.m3u8`;
    assert.equal((await get(`/t/${await sign(NOW / 1000)}/${path}`)).status, 403);
    assert.equal((await get(`/t/${await sign(NOW / 1000 + 1)}/${path}`)).status, 200);
  });

  it("answers 500 with CORS when its files fail", async () => {
    const broken = createMediaHandler({
      keys,
      files: {
        findPublic: async () => Promise.reject(new Error("disk")),
        findProtected: async () => undefined,
      },
    });
    const response = await broken(new Request(`http://media.example${poster}`));
    assert.deepEqual([response.status, response.headers.get("access-control-allow-origin")], [500, "*"]);
  });
});
