import assert from "node:assert/strict";
import http from "node:http";
import { afterEach, beforeEach, describe, it } from "node:test";
import { listening } from "../start/ports.mjs";
import * as acts from "./acts.mjs";
import { startFaultProxy } from "./fault-proxy.mjs";

/** What hangs, hangs for ever: any time will do. */
const HANG_MS = 300;

const ANSWER = { outcome: "granted" };

describe("startFaultProxy", () => {
  let server;
  let proxy;
  let arrived;

  beforeEach(async () => {
    arrived = [];
    server = http.createServer((request, response) => {
      arrived.push({ path: request.url, from: request.headers["x-forwarded-for"] });
      request.resume();
      response.writeHead(200, { "content-type": "application/json", "access-control-allow-origin": "*" });
      response.end(JSON.stringify(ANSWER));
    });
    await listening(server, { port: 0, host: "127.0.0.1" });
    proxy = await startFaultProxy({ upstreamPort: server.address().port, address: "198.18.0.1" });
  });

  afterEach(async () => {
    await proxy.close();
    server.closeAllConnections();
    await new Promise((resolve) => server.close(resolve));
  });

  const unlock = (patienceMs = 20_000) =>
    fetch(`${proxy.url}/drama/v1/unlocks`, {
      method: "POST",
      body: "{}",
      headers: { "idempotency-key": "k", authorization: "Bearer t" },
      signal: AbortSignal.timeout(patienceMs),
    });
  const on = "POST /unlocks";

  it("passes on what no rule is about, in the viewer's name, and writes it down", async () => {
    proxy.add({ on: "GET /series", fault: acts.dropRequest });
    assert.deepEqual(await (await unlock()).json(), ANSWER);
    assert.deepEqual(arrived, [{ path: "/drama/v1/unlocks", from: "198.18.0.1" }]);
    const [{ name, key, token, status }] = proxy.log;
    assert.deepEqual({ name, key, token, status }, { name: on, key: "k", token: "t", status: 200 });
    assert.equal(proxy.troubleAt(), 0);
  });

  it("applies a rule so many times", async () => {
    proxy.add({ on, fault: acts.dropRequest, times: 2 });
    await assert.rejects(unlock());
    await assert.rejects(unlock());
    assert.equal((await unlock()).status, 200);
    assert.ok(proxy.troubleAt() > 0);
  });

  it("applies one rule after the other", async () => {
    proxy.add({ on, fault: acts.answerInstead({ status: 401 }), times: 1 });
    proxy.add({ on, fault: acts.answerInstead({ status: 429 }), times: 1 });
    const statuses = [(await unlock()).status, (await unlock()).status, (await unlock()).status];
    assert.deepEqual(statuses, [401, 429, 200]);
  });

  const silent = [
    { fault: acts.dropRequest, count: 0 },
    { fault: acts.dropAnswer, count: 1 },
    { fault: acts.hangBefore, count: 0 },
    { fault: acts.hangAfter, count: 1 },
    { fault: acts.hangInBody, count: 1 },
    { fault: acts.resetInBody, count: 1 },
  ];
  for (const { fault, count } of silent)
    it(`${fault.name}: no answer, and the server was asked ${count} times`, async () => {
      proxy.add({ on, fault });
      await assert.rejects(unlock(HANG_MS).then((response) => response.text()));
      assert.equal(arrived.length, count);
    });

  it("delivers twice, replaces, halves, and forgets headers", async () => {
    proxy.add({ on, fault: acts.duplicate, times: 1 });
    assert.equal((await unlock()).status, 200);
    assert.equal(arrived.length, 2);
    proxy.add({ on, fault: acts.replaceAnswer({ json: { ok: true } }), times: 1 });
    assert.deepEqual(await (await unlock()).json(), { ok: true });
    assert.equal(arrived.length, 3);
    proxy.add({ on, fault: acts.halfJson, times: 1 });
    await assert.rejects((await unlock()).json(), SyntaxError);
    proxy.add({ on, fault: acts.withoutCors, times: 1 });
    assert.equal((await unlock()).headers.get("access-control-allow-origin"), null);
  });
});
