import assert from "node:assert/strict";
import { writeFileSync } from "node:fs";
import { createServer } from "node:http";
import { join } from "node:path";
import { after, describe, it } from "node:test";
import { createWorkplace, runServer } from "../testing/server-process.js";

const PRICES = { version: "x", currency: "COIN", series: { "*": { episode: 90 } } };

describe("micro-drama-server, wrongly configured,", () => {
  const place = createWorkplace(PRICES);
  after(() => place.remove());
  const write = (name: string, json: unknown) => {
    const path = join(place.folder, name);
    writeFileSync(path, typeof json === "string" ? json : JSON.stringify(json));
    return path;
  };
  const [catalogue, prices] = [
    join(place.folder, "lantern", "platform.json"),
    join(place.folder, "prices.json"),
  ];
  const play = { id: "play", coins: 5, demo: true };
  const cases: readonly [name: string, args: readonly string[], message: RegExp][] = [
    [
      "a wrong price",
      ["--prices", write("a.json", { ...PRICES, series: { "*": { episode: -1 } } })],
      /a\.json: \$\.series\.\*\.episode: expected a whole number/,
    ],
    ["a file that is not JSON", ["--prices", write("b.json", "{")], /b\.json: .*JSON/],
    ["a file that is not there", ["--catalogue", "nowhere.json"], /nowhere\.json: ENOENT/],
    [
      "a wrong catalogue",
      ["--catalogue", write("c.json", { version: 2 })],
      /c\.json: \$\.version: expected 1, got 2/,
    ],
    [
      "the same series twice",
      ["--catalogue", catalogue, catalogue],
      /platform\.json: \$\.id: 'lantern' is also the id/,
    ],
    [
      "a series without prices",
      ["--prices", write("d.json", { ...PRICES, series: {} })],
      /d\.json: \$\.series: no prices for 'lantern'/,
    ],
    [
      "an origin with a path",
      ["--origins", "https://news.example/x"],
      /--origins: 'https:\/\/news\.example\/x' is no origin/,
    ],
    ["an unknown option", ["--coins", "5"], /unknown option/],
    ["a media origin that is none", ["--media-origin", "media"], /--media-origin: 'media' is no http/],
    ["an issuer without keys", ["--issuer", "https://login.example"], /--issuer: .*expected issuer=/],
    [
      "a secret that is not set",
      ["--issuer", "news=env:NEWS_SECRET"],
      /--issuer news: the environment variable NEWS_SECRET is not set/,
    ],
    ["a confirmation without its page", ["--confirm-above", "500"], /--confirm-url: say on which page/],
    ["an edge that is none", ["--edge", "apache"], /--edge: 'apache' is none of own, nginx, bunny/],
    ["an edge without its secret", ["--edge", "nginx"], /MICRO_DRAMA_EDGE_SECRET: expected <key id>:/],
    ["half a coin", ["--max-per-session", "0.5"], /A whole number/],
    ["a port that is none", ["--port", "web"], /A port is a whole number/],
  ];
  const options = [
    "--catalogue",
    catalogue,
    "--prices",
    prices,
    "--data",
    place.data,
    "--port",
    "0",
    "--media-port",
    "1",
  ];
  for (const [name, args, message] of cases)
    it(`refuses ${name}`, async () => {
      const { code, stderr } = await runServer(["serve", "--demo", ...options, ...args]).ended;
      assert.match(stderr, message);
      assert.equal(code, 2);
      assert.ok(!stderr.includes("    at "), stderr);
    });

  it("refuses play money outside a demonstration, and pages of everywhere", async () => {
    const withPlay = write("e.json", { ...PRICES, topups: [play] });
    const sold = await runServer([
      "serve",
      ...options,
      "--prices",
      withPlay,
      "--origins",
      "https://x.example",
    ]).ended;
    assert.match(sold.stderr, /topups: the price list adds play money, which needs --demo/);
    const open = await runServer(["serve", ...options]).ended;
    assert.match(open.stderr, /--origins: name the pages that may ask/);
  });

  it("refuses keys that are too short", async () => {
    const env = { MICRO_DRAMA_KEYS: '{"current":"k1","keys":{"k1":"abc"}}' };
    const { code, stderr } = await runServer(["serve", "--demo", ...options], env).ended;
    assert.deepEqual([code, /MICRO_DRAMA_KEYS: keys\.k1: expected base64url/.test(stderr)], [2, true]);
  });

  it("says when the port is taken", async () => {
    const blocker = createServer().listen(0, "127.0.0.1");
    const address = await new Promise<string>((resolve) =>
      blocker.once("listening", () => resolve(JSON.stringify(blocker.address()))),
    );
    const { port } = JSON.parse(address) as { port: number };
    const { code, stderr } = await runServer(["serve", "--demo", ...options, "--port", `${port}`]).ended;
    blocker.close();
    assert.deepEqual([code, stderr.includes(`${port}`)], [4, true]);
  });

  it("explains itself", async () => {
    const help = runServer(["--help"]);
    assert.equal((await help.ended).code, 0);
    const text = help.lines.map((line) => line.text).join("\n");
    assert.match(text, /Examples:[\s\S]*DATABASE_URL[\s\S]*Exit codes/);
  });
});
