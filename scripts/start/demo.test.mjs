import assert from "node:assert/strict";
import { after, before, describe, it } from "node:test";
import { fileURLToPath } from "node:url";
import { startDemo } from "./demo.mjs";
import { assertPortsFree, findFreeRow } from "./ports.mjs";

const PROGRAM = fileURLToPath(new URL("./testing/program.mjs", import.meta.url));

describe("startDemo", () => {
  let firstPort;
  let demo;
  let url;

  before(async () => {
    firstPort = await findFreeRow();
    url = (offset, path = "/") => `http://127.0.0.1:${firstPort + offset}${path}`;
    demo = await startDemo({
      firstPort,
      host: "127.0.0.1",
      dataFolder: "unused",
      seriesFolder: "unused",
      commandsOf: ({ apiPort, mediaPort }) => ({
        api: [PROGRAM, String(apiPort)],
        media: [PROGRAM, String(mediaPort)],
      }),
    });
  });

  after(() => demo.stop({ byForce: true }));

  it("answers on three ports in a row, by three processes", async () => {
    await Promise.all(Object.values(demo.ready));
    assert.equal((await fetch(url(0, "/config.json"))).status, 200);
    const [api, media] = await Promise.all([pidAt(url(1)), pidAt(url(2))]);
    assert.equal(new Set([api, media, process.pid]).size, 3);
  });

  it("shows the requests of both backstage, and not its own questions whether they are ready", async () => {
    await demo.ready.api;
    const events = await fetch(url(0, "/backstage/events"));
    await fetch(url(1, "/drama/v1/wallet"));
    await fetch(url(2, "/series/a/series.json"));
    const seen = new Set();
    for await (const text of events.body.pipeThrough(new TextDecoderStream())) {
      for (const [, path] of text.matchAll(/"path":"([^"]+)"/g)) seen.add(path);
      if (seen.has("/drama/v1/wallet") && seen.has("/series/a/series.json")) break;
    }
    assert.equal(seen.has("/readyz") || seen.has("/healthz"), false);
  });

  it("kills the API at a word from backstage and brings it back, while page and media stay", async () => {
    await demo.ready.api;
    const [before, media] = [await pidAt(url(1)), await pidAt(url(2))];
    const answer = await fetch(url(0, "/backstage/kill"), { method: "POST", body: '{"seconds":1}' });
    assert.equal((await answer.json()).server.state, "killed");
    assert.equal(await pidAt(url(2)), media);
    let now;
    while (now === undefined || now === before) now = await pidAt(url(1)).catch(() => undefined);
    assert.notEqual(now, before);
  });

  it("leaves no port open when it has stopped", async () => {
    await demo.stop();
    await assertPortsFree(firstPort, "127.0.0.1");
  });
});

async function pidAt(address) {
  return Number(await (await fetch(address)).text());
}
