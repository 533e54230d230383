import assert from "node:assert/strict";
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { after, before, describe, it } from "node:test";
import { createFileHandler } from "./static-files.mjs";

describe("createFileHandler", () => {
  let parent;
  let folder;

  before(() => {
    parent = mkdtempSync(path.join(tmpdir(), "drama-files-"));
    folder = path.join(parent, "site");
    mkdirSync(path.join(folder, "watch"), { recursive: true });
    writeFileSync(path.join(parent, "secret.txt"), "secret");
    writeFileSync(path.join(folder, ".env"), "secret");
    writeFileSync(path.join(folder, "index.html"), "<p>{{name}}</p>");
    writeFileSync(path.join(folder, "watch", "index.html"), "<p>watch</p>");
    writeFileSync(path.join(folder, "a b.js"), "let a;");
  });

  after(() => rmSync(parent, { recursive: true }));

  const get = (pathname, { headers, ...options } = {}) =>
    createFileHandler(folder, options)(new Request(`http://host${pathname}`, { headers }), pathname);

  it("answers a folder with its index and a file with its type", async () => {
    const index = await get("/");
    assert.equal(index.headers.get("content-type"), "text/html; charset=utf-8");
    assert.equal(await index.text(), "<p>{{name}}</p>");
    const script = await get("/a%20b.js");
    assert.equal(script.headers.get("content-type"), "text/javascript; charset=utf-8");
    assert.equal(script.headers.get("x-content-type-options"), "nosniff");
  });

  it("sends a folder without its slash to the one with it, so that relative links work", async () => {
    const answer = await get("/watch");
    assert.equal(answer.status, 308);
    assert.equal(answer.headers.get("location"), "http://host/watch/");
  });

  for (const pathname of [
    "/../secret.txt",
    "/%2e%2e/secret.txt",
    "/..%2fsecret.txt",
    "/.env",
    "/%00",
    "/%",
    "/gone.js",
    "/..%5csecret.txt",
  ]) {
    it(`has nothing at ${pathname}`, async () => assert.equal(await get(pathname), undefined));
  }

  it("is asked again each time, and answers 304 while nothing has changed", async () => {
    const first = await get("/a%20b.js");
    assert.equal(first.headers.get("cache-control"), "no-cache");
    const again = await get("/a%20b.js", { headers: { "if-none-match": first.headers.get("etag") } });
    assert.equal(again.status, 304);
  });

  it("fills in pages, which carry no validator then", async () => {
    const page = await get("/", { transformHtml: (html) => html.replace("{{name}}", "filled") });
    assert.equal(await page.text(), "<p>filled</p>");
    assert.equal(page.headers.get("etag"), null);
  });

  it("lets the owner decide how long a file is kept", async () => {
    const answer = await get("/a%20b.js", { cacheControl: () => "immutable" });
    assert.equal(answer.headers.get("cache-control"), "immutable");
  });
});
