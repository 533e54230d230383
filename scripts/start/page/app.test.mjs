import assert from "node:assert/strict";
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { after, before, describe, it } from "node:test";
import { createPageApp } from "./app.mjs";

describe("createPageApp", () => {
  let folder;
  let app;

  before(() => {
    folder = mkdtempSync(path.join(tmpdir(), "drama-page-"));
    const pages = path.join(folder, "pages");
    const player = path.join(folder, "cdn");
    mkdirSync(pages);
    mkdirSync(path.join(player, "chunks"), { recursive: true });
    writeFileSync(
      path.join(pages, "index.html"),
      '<micro-drama src="{{media}}/a" endpoint="{{api}}"></micro-drama>',
    );
    writeFileSync(path.join(player, "micro-drama.js"), "");
    writeFileSync(path.join(player, "chunks", "core-abc.js"), "");
    app = createPageApp({ firstPort: 4400, pages, player });
  });

  after(() => rmSync(folder, { recursive: true }));

  it("writes into a page the origins as the device that asks sees them", async () => {
    const page = await app.request("http://192.168.1.20:4400/");
    assert.equal(
      await page.text(),
      '<micro-drama src="http://192.168.1.20:4402/a" endpoint="http://192.168.1.20:4401"></micro-drama>',
    );
  });

  it("sends its pages with a strict policy that names the other two origins", async () => {
    const policy = (await app.request("http://localhost:4400/")).headers.get("content-security-policy");
    const directives = Object.fromEntries(
      policy.split("; ").map((each) => [each.split(" ")[0], each.split(" ").slice(1).join(" ")]),
    );
    assert.equal(directives["script-src"], "'self'");
    assert.equal(directives["style-src"], "'self'");
    assert.equal(directives["connect-src"], "'self' http://localhost:4401 http://localhost:4402");
    assert.equal(directives["media-src"], "blob: http://localhost:4402");
    assert.equal(directives["require-trusted-types-for"], "'script'");
    assert.equal(directives["trusted-types"], "lit-html 'allow-duplicates'");
  });

  it("tells scripts the origins at /config.json", async () => {
    const config = await app.request("http://localhost:4400/config.json");
    assert.deepEqual(await config.json(), {
      page: "http://localhost:4400",
      api: "http://localhost:4401",
      media: "http://localhost:4402",
    });
    assert.equal(config.headers.get("cache-control"), "no-store");
  });

  it("hosts the player, its hashed chunks for ever and its entry for no time", async () => {
    const entry = await app.request("http://localhost:4400/embed/micro-drama.js");
    assert.equal(entry.status, 200);
    assert.equal(entry.headers.get("cache-control"), "no-cache");
    const chunk = await app.request("http://localhost:4400/embed/chunks/core-abc.js");
    assert.match(chunk.headers.get("cache-control"), /immutable/);
  });

  it("answers 404 to what it has not, and to a backstage where there is none", async () => {
    assert.equal((await app.request("http://localhost:4400/embed/gone.js")).status, 404);
    assert.equal((await app.request("http://localhost:4400/backstage/events")).status, 404);
    assert.equal((await app.request("http://localhost:4400/backstage/kill", { method: "POST" })).status, 404);
  });
});
