import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { createBootingHandler, createHandler } from "./create-handler.js";
import type { RequestRecord } from "./http/request-log.js";
import { createKeyring, generateKeySet } from "./keys.js";
import { parsePriceList } from "./pricing/parse-price-list.js";
import type { Store } from "./store/store.js";

const policy = {
  isAllowedOrigin: () => true,
  mediaOrigin: () => "https://media.example",
};
const prices = parsePriceList({ version: "x", currency: "COIN", series: {} });

function withFailingStore(error: Error) {
  const fail = () => Promise.reject(error);
  const store = new Proxy({}, { get: () => fail }) as Store;
  const log: RequestRecord[] = [];
  const keys = createKeyring(generateKeySet());
  const handler = createHandler({
    store,
    catalogues: [],
    prices,
    keys,
    policy,
    log: (record) => log.push(record),
  });
  return { handler, log };
}

const request = (path: string, method = "POST") =>
  new Request(`http://api.example${path}`, { method, headers: { origin: "https://news.example" } });

describe("createHandler", () => {
  it("answers 500 with CORS when something unforeseen happens, and tells only the log what", async () => {
    const { handler, log } = withFailingStore(new Error("a secret of the house"));
    const response = await handler(request("/drama/v1/guests"));
    const text = await response.text();
    assert.equal(response.status, 500);
    assert.equal(JSON.parse(text).code, "server");
    assert.ok(!text.includes("secret of the house"));
    assert.equal(response.headers.get("access-control-allow-origin"), "https://news.example");
    assert.equal(log[0]?.error, "a secret of the house");
  });

  it("answers 503 with Retry-After when the database is away", async () => {
    for (const code of ["ECONNREFUSED", "57P01", "40001", "53300", "08006"]) {
      const { handler } = withFailingStore(Object.assign(new Error("away"), { code }));
      const response = await handler(request("/drama/v1/guests"));
      assert.equal(response.status, 503, code);
      assert.equal(response.headers.get("retry-after"), "1");
    }
    const { handler } = withFailingStore(new Error("Connection terminated unexpectedly"));
    assert.equal((await handler(request("/readyz", "GET"))).status, 503);
    assert.equal((await handler(request("/healthz", "GET"))).status, 200);
  });

  it("has no ledger to read unless the policy says so", async () => {
    const { handler } = withFailingStore(new Error("never asked"));
    assert.equal((await handler(request("/drama/v1/inspect/ledger", "GET"))).status, 404);
  });
});

describe("createBootingHandler", () => {
  it("answers 503 with CORS to everything but /healthz", async () => {
    const handler = createBootingHandler({ policy });
    const response = await handler(request("/drama/v1/guests"));
    assert.equal(response.status, 503);
    assert.equal(response.headers.get("retry-after"), "1");
    assert.equal(response.headers.get("access-control-allow-origin"), "https://news.example");
    assert.equal((await handler(request("/readyz", "GET"))).status, 503);
    assert.equal((await handler(request("/healthz", "GET"))).status, 200);
  });
});
