import assert from "node:assert/strict";
import { describe, it } from "node:test";
import type { CallContext, EntitlementAdapter } from "@micro-drama/protocol";
import { createMemoryStorage } from "../storage.js";
import { createFakeServer, type FakeAnswer, type SeenRequest } from "../testing/fake-server.js";
import { createHttpAdapter } from "./create-http-adapter.js";

const NOW = "2027-01-10T18:00:00Z";
const REF = { series: "lantern", episode: "e07" };
const WALLET = { balances: [{ currency: "COIN", paid: 0, bonus: 300 }], rev: 3 };
const MERGED = { outcome: "merged", already: false, episodes: 2, refunded: null, wallet: WALLET };
const CTX: CallContext = { signal: new AbortController().signal, attempt: 1, cause: "viewer", locale: "en" };
const GUEST: FakeAnswer = {
  body: { viewer: "g", token: "guest", refreshToken: "proof", expiresAt: "2027-01-11T18:00:00Z" },
  headers: { "drama-now": NOW },
};

/** An adapter whose page's viewer is who `session.token` says, before a server that answers as told. */
async function open(answer: (request: SeenRequest) => FakeAnswer, storage = createMemoryStorage()) {
  const session = { token: "" };
  const server = createFakeServer((request) => (request.path === "/guests" ? GUEST : answer(request)));
  const adapter = createHttpAdapter({
    endpoint: "https://api.example",
    getToken: async () => session.token,
  }) as Required<EntitlementAdapter>;
  await adapter.initialize({ fetch: server.fetch, storage, now: () => Date.parse(NOW), log: () => {} });
  const buyAsGuest = async () => {
    adapter.keepViewer();
    await adapter.wallet({ ...CTX, cause: "init" });
  };
  return { adapter, session, seen: server.seen, storage, buyAsGuest };
}

describe("mergeGuest over HTTP", () => {
  it("asks as the account, with the guest's secret in the body, and forgets the guest", async () => {
    const { adapter, session, seen, storage, buyAsGuest } = await open(({ path }) =>
      path === "/merges" ? { body: MERGED } : { body: WALLET },
    );
    await buyAsGuest();
    assert.equal(adapter.hasGuest(), true);
    session.token = "account";
    assert.deepEqual(await adapter.mergeGuest(CTX), MERGED);
    const last = seen.at(-1);
    assert.equal(last?.headers.get("authorization"), "Bearer account");
    assert.deepEqual(last?.body, { refreshToken: "proof" });
    assert.equal(adapter.hasGuest(), false);
    assert.deepEqual(storage.keys(), []);
  });

  it("sends nothing while nobody is logged in, and nothing without a guest", async () => {
    const guest = await open(() => ({ body: WALLET }));
    await guest.buyAsGuest();
    assert.deepEqual(await guest.adapter.mergeGuest(CTX), { outcome: "nothing" });
    assert.equal(guest.adapter.hasGuest(), true);
    const account = await open(() => ({ body: WALLET }));
    account.session.token = "account";
    assert.deepEqual(await account.adapter.mergeGuest(CTX), { outcome: "nothing" });
    assert.ok([...guest.seen, ...account.seen].every(({ path }) => path !== "/merges"));
  });

  for (const [code, status, isKept] of [
    ["unknown-guest", 404, false],
    ["merged-elsewhere", 409, false],
    ["not-found", 404, true],
  ] as const)
    it(`${isKept ? "keeps" : "forgets"} the guest after "${code}"`, async () => {
      const { adapter, session, buyAsGuest } = await open(({ path }) =>
        path === "/merges" ? { status, body: { code, status } } : { body: WALLET },
      );
      await buyAsGuest();
      session.token = "account";
      assert.deepEqual(await adapter.mergeGuest(CTX), { outcome: "nothing" });
      assert.equal(adapter.hasGuest(), isKept);
    });

  it("keeps the guest while the platform is down", async () => {
    const { adapter, session, buyAsGuest } = await open(({ path }) =>
      path === "/merges" ? { status: 503 } : { body: WALLET },
    );
    await buyAsGuest();
    session.token = "account";
    await assert.rejects(adapter.mergeGuest(CTX), { code: "server", retryable: true });
    assert.equal(adapter.hasGuest(), true);
  });
});

describe("the account over HTTP", () => {
  it("reads the history page by page", async () => {
    const { adapter, seen } = await open(() => ({ body: { receipts: [], next: "r20" } }));
    assert.deepEqual(await adapter.receipts(undefined, CTX), { receipts: [], next: "r20" });
    await adapter.receipts("r20", CTX);
    assert.deepEqual(
      seen.slice(-2).map(({ path }) => path),
      ["/receipts", "/receipts?before=r20"],
    );
  });

  it("reads and keeps preferences", async () => {
    const chosen = { autoUnlock: { maxPerEpisode: 30, maxPerVisit: 90 } };
    const { adapter, seen } = await open(({ method, body }) => ({
      body: method === "PUT" ? body : { autoUnlock: null },
    }));
    assert.deepEqual(await adapter.preferences(CTX), { autoUnlock: null });
    assert.deepEqual(await adapter.setPreferences(chosen, CTX), chosen);
    assert.deepEqual([seen.at(-1)?.method, seen.at(-1)?.path], ["PUT", "/preferences"]);
  });

  it("holds a rule for the visit where the platform keeps none", async () => {
    const chosen = { autoUnlock: { maxPerEpisode: 30, maxPerVisit: 90 } };
    const { adapter } = await open(() => ({ status: 404, body: { code: "not-found", status: 404 } }));
    assert.deepEqual(await adapter.preferences(CTX), { autoUnlock: null });
    assert.deepEqual(await adapter.setPreferences(chosen, CTX), chosen);
  });

  it("reports what was watched", async () => {
    const report = { session: "s", expiresAt: NOW, seconds: 42 };
    const { adapter, seen } = await open(() => ({ body: { seconds: 42 } }));
    await adapter.watched(REF, report, CTX);
    assert.equal(seen.at(-1)?.path, "/series/lantern/episodes/e07/watched");
    assert.deepEqual(seen.at(-1)?.body, report);
  });

  it("begins a film", async () => {
    const film = { id: "film-1", minSeconds: 15, network: "h5" };
    const { adapter, seen } = await open(() => ({ body: film }));
    assert.deepEqual(await adapter.startAd(REF, "ad", CTX), film);
    assert.deepEqual(seen.at(-1)?.body, { ref: REF, offerId: "ad" });
  });

  it("fails where the platform has no such route", async () => {
    const { adapter } = await open(() => ({ status: 404, body: { code: "not-found", status: 404 } }));
    await assert.rejects(adapter.receipts(undefined, CTX), { code: "not-found" });
  });
});
