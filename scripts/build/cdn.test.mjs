import assert from "node:assert/strict";
import { createHash } from "node:crypto";
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { after, before, describe, it } from "node:test";
import { fromRoot } from "../lib/paths.mjs";
import { runBin } from "../lib/run.mjs";
import { finishCdn } from "./cdn.mjs";
import { listFiles } from "./files.mjs";
import { packageFolder } from "./licences.mjs";

/** A player in miniature: a class that the element and a lazy part share, and a loader. */
const SOURCES = {
  "define.js":
    'import { Shared } from "./shared.js"; globalThis.defined = Shared; globalThis.more = () => import("./gate.js");',
  "shared.js": "export class Shared { word = 'shared'; }",
  "gate.js": 'import { Shared } from "./shared.js"; export class Gate extends Shared {}',
  "entry.js":
    'const player = new URL("./define.js", import.meta.url).href; export const { word } = await import(player);',
  "loader.js":
    'const entry = new URL("./micro-drama.js", import.meta.url).href; globalThis.load = () => import(entry);',
};

describe("the CDN folder", () => {
  let checkout;
  let cdn;

  before(async () => {
    checkout = mkdtempSync(path.join(tmpdir(), "drama-cdn-"));
    const dist = path.join(checkout, "packages", "player", "dist");
    cdn = path.join(checkout, "packages", "player", "cdn");
    mkdirSync(dist, { recursive: true });
    mkdirSync(path.join(cdn, "chunks"), { recursive: true });
    writeFileSync(path.join(cdn, "chunks", "old-00000000.js"), "");
    for (const [name, source] of Object.entries(SOURCES)) writeFileSync(path.join(dist, name), source);
    writeFileSync(path.join(checkout, "micro-drama.css"), "micro-drama { display: block }");
    const { code, output } = await runBin("rollup", "rollup", ["--config", fromRoot("rollup.config.mjs")], {
      cwd: checkout,
      quiet: true,
    });
    assert.equal(code, 0, output);
    await finishCdn({ folder: cdn, stylesheet: path.join(checkout, "micro-drama.css") });
  });

  after(() => rmSync(checkout, { recursive: true }));

  const read = (name) => readFileSync(path.join(cdn, name), "utf8");
  const names = () => listFiles(cdn).map((file) => path.relative(cdn, file).split(path.sep).join("/"));

  it("has stable names for what pages link and hashes in all others, and nothing of an earlier build", () => {
    const chunks = names().filter((name) => name.startsWith("chunks/"));
    assert.deepEqual(
      names().filter((name) => !name.startsWith("chunks/")),
      [
        "SHA256SUMS",
        "THIRD-PARTY-LICENSES.txt",
        "integrity.json",
        "micro-drama-loader.js",
        "micro-drama.css",
        "micro-drama.js",
      ].sort(),
    );
    assert.equal(chunks.length, 2);
    for (const name of chunks) assert.match(name, /^chunks\/(core|gate)-[\w-]{8}\.js$/);
  });

  it("names every other file relatively", () => {
    for (const name of names().filter((each) => each.endsWith(".js"))) {
      for (const [, specifier] of read(name).matchAll(/(?:from|import)\s*\(?\s*"([^"]+)"/g)) {
        assert.match(specifier, /^\.\.?\//, `${name} imports ${specifier}`);
      }
    }
  });

  it("keeps one copy of what parts share, also for a page that loads the entry under another address", () => {
    const lazy = names().find((name) => name.startsWith("chunks/gate-"));
    assert.match(read(lazy), /"\.\/core-[\w-]{8}\.js"/);
    assert.doesNotMatch(read(lazy), /micro-drama\.js/);
    assert.match(read("micro-drama.js"), /new URL\("\.\/chunks\/core-[\w-]{8}\.js",import\.meta\.url\)/);
  });

  it("has a loader that asks for the entry beside it and takes nothing else along", () => {
    assert.match(read("micro-drama-loader.js"), /\.\/micro-drama\.js/);
    assert.doesNotMatch(read("micro-drama-loader.js"), /chunks/);
  });

  it("lists the sums of all files, for sha256sum and for integrity attributes", () => {
    const files = names().filter((name) => name !== "SHA256SUMS" && name !== "integrity.json");
    const sum = (algorithm, name, encoding) =>
      createHash(algorithm)
        .update(readFileSync(path.join(cdn, name)))
        .digest(encoding);
    assert.equal(
      read("SHA256SUMS"),
      files.map((name) => `${sum("sha256", name, "hex")}  ${name}\n`).join(""),
    );
    assert.deepEqual(
      JSON.parse(read("integrity.json")),
      Object.fromEntries(files.map((name) => [name, `sha384-${sum("sha384", name, "base64")}`])),
    );
  });
});

describe("packageFolder", () => {
  it("finds the package that a bundled module belongs to", () => {
    assert.equal(packageFolder("/home/a/node_modules/lit/index.js"), "/home/a/node_modules/lit");
    assert.equal(
      packageFolder("/a/node_modules/@lit/reactive-element/x.js"),
      "/a/node_modules/@lit/reactive-element",
    );
    assert.equal(packageFolder("C:\\a\\node_modules\\hls.js\\dist\\hls.mjs"), "C:\\a\\node_modules\\hls.js");
  });

  it("takes the code of this repository for nobody else's", () => {
    assert.equal(packageFolder("/home/a/packages/player/dist/define.js"), undefined);
  });
});
