import assert from "node:assert/strict";
import { randomUUID } from "node:crypto";
import { join } from "node:path";
import { after, before, describe, it } from "node:test";
import { connectPGlite } from "../store/pglite.js";
import { startNginx } from "../testing/start-nginx.js";
import { startPlatform, type TestPlatform } from "../testing/test-platform.js";
import { type Answer, createGuest, send, type Visitor } from "../testing/visitor.js";

/** Needs Debian's nginx, so only on demand: TEST_NGINX=/usr/sbin/nginx. */
const nginx = process.env.TEST_NGINX;

/** T25: a cache in front that keeps what it may, for everybody, whatever token came with the request. */
describe("a caching proxy before the platform", { skip: !nginx && "TEST_NGINX is not set" }, () => {
  let platform: TestPlatform;
  let close = async () => {};
  before(async () => {
    const direct = await startPlatform(() => connectPGlite());
    const proxy = await startNginx(nginx ?? "", ({ folder, port }) =>
      configuration(folder, port, direct.api),
    );
    // Everything that is asked goes through the proxy.
    platform = { ...direct, api: proxy.url };
    close = async () => {
      await proxy.close();
      await direct.close();
    };
  });
  after(() => close());

  const cacheOf = ({ headers }: Answer<unknown>) => headers.get("x-cache");

  it("caches at all: what is public comes from it the second time", async () => {
    const ask = () => send(platform, "//.well-known/micro-drama");
    assert.deepEqual([cacheOf(await ask()), cacheOf(await ask())], ["MISS", "HIT"]);
  });

  it("gives no viewer what another one was answered, by any route", async () => {
    const [owner, other] = [await createGuest(platform), await createGuest(platform)];
    const key = randomUUID();
    const bought = await owner.unlock("e04", { key });
    assert.equal(bought.status, 200);
    const paths = [
      "/series/lantern/access?episodes=e04&playback=e04",
      "/series/lantern/episodes/e04/playback",
      `/unlocks/${key}`,
      "/wallet",
      "/receipts",
      "/preferences",
      "/inspect/ledger",
    ];
    const answersTo = async (visitor: Pick<Visitor, "request">, path: string) => [
      await visitor.request<unknown>(path),
      await visitor.request<unknown>(path),
    ];
    const nobody = { request: <Body>(path: string) => send<Body>(platform, path) };
    for (const path of paths) {
      const mine = await answersTo(owner, path);
      const theirs = await answersTo(other, path);
      const strangers = await answersTo(nobody, path);
      const again = await answersTo(owner, path);
      for (const answer of [...mine, ...theirs, ...strangers, ...again])
        assert.notEqual(cacheOf(answer), "HIT", path);
      assert.equal(mine[0]?.status, 200, path);
      for (const answer of [...theirs, ...strangers]) {
        assert.ok(!answer.text.includes(platform.media), `${path}: media in the hands of somebody else`);
        assert.ok(!answer.text.includes(owner.tokens.viewer), path);
      }
      if (path.includes("playback"))
        for (const answer of mine) assert.ok(answer.text.includes(platform.media));
    }
    assert.deepEqual([await owner.coins(), await other.coins()], [210, 300]);
  });
});

/** The careless case: everything that does not forbid it is kept, and a token makes no difference to the key. */
function configuration(folder: string, port: number, origin: string): string {
  return `
proxy_cache_path ${join(folder, "cache")} keys_zone=drama:1m;
server {
  listen 127.0.0.1:${port};
  location / {
    proxy_pass ${origin};
    proxy_cache drama;
    proxy_cache_valid any 10m;
    add_header X-Cache $upstream_cache_status always;
  }
}`;
}
