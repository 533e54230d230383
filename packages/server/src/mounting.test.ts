import assert from "node:assert/strict";
import { once } from "node:events";
import type { Server } from "node:http";
import type { AddressInfo } from "node:net";
import { after, before, describe, it } from "node:test";
import type { Handler } from "./http/layers.js";
import { listDatabases, startPlatform, type TestPlatform } from "./testing/test-platform.js";
import { createGuest, send } from "./testing/visitor.js";

interface Example {
  createApp(handler: Handler): Server | Promise<Server>;
}

/** The examples are plain JavaScript, as a reader copies them. */
const load = (name: string): Promise<Example> =>
  import(new URL(`../examples/${name}.mjs`, import.meta.url).href);

describe("the handler, mounted as in examples/", () => {
  let platform: TestPlatform;
  before(async () => {
    const [embedded] = listDatabases();
    assert.ok(embedded);
    platform = await startPlatform(embedded.connect);
  });
  after(() => platform.close());

  for (const name of ["node-http", "hono", "express", "fastify"])
    it(`sells in ${name} as it does alone, beside the app's own pages`, async () => {
      const { createApp } = await load(name);
      const server = await createApp(platform.handler);
      server.listen(0, "127.0.0.1");
      await once(server, "listening");
      const { port } = server.address() as AddressInfo;
      const here = { ...platform, api: `http://127.0.0.1:${port}` };
      try {
        const guest = await createGuest(here);
        const key = crypto.randomUUID();
        assert.equal((await guest.unlock("e04", { key })).status, 200);
        const replay = await guest.unlock("e04", { key });
        assert.equal(replay.headers.get("idempotency-replayed"), "true");
        assert.equal(await guest.coins(), 210);
        const check = await guest.check();
        assert.equal(check.headers.get("content-encoding"), "gzip");
        assert.equal(check.body.items[3]?.state, "granted");
        const large = await guest.unlock("e05", { quote: "x".repeat(40_000) });
        assert.deepEqual([large.status, large.body.code], [413, "body-too-large"]);
        const preflight = await send(here, "/unlocks", { method: "OPTIONS" });
        assert.equal(preflight.status, 204);
        assert.equal((await send(here, "//.well-known/micro-drama")).status, 200);
        assert.equal((await send(here, "/nowhere")).headers.get("content-type"), "application/problem+json");
        assert.equal((await send(here, "//")).text, "your own page");
        assert.equal(platform.log.at(-1)?.status, 404);
      } finally {
        server.closeAllConnections();
        server.close();
      }
    });
});
