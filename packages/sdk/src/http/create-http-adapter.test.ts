import assert from "node:assert/strict";
import { describe, it } from "node:test";
import type { CheckContext, EntitlementAdapter, GetToken, KeyedCallContext } from "@micro-drama/protocol";
import { createMemoryStorage } from "../storage.js";
import { createFakeServer, type FakeAnswer, type SeenRequest } from "../testing/fake-server.js";
import { createHttpAdapter, type HttpAdapterOptions } from "./create-http-adapter.js";

const EPOCH = Date.parse("2027-01-10T18:00:00Z");
const REF = { series: "lantern", episode: "e07" };
const KEY = "3f2a7c1e-5d4b-4c6a-9e8f-0a1b2c3d4e5f";
const REQUEST = { refs: [REF], offerId: "coins", maxPrice: { amount: 30, currency: "COIN" } };
const CTX: CheckContext & KeyedCallContext = {
  signal: new AbortController().signal,
  attempt: 1,
  cause: "init",
  locale: "pt-BR",
  placement: "article",
  playbackFor: ["e07"],
  idempotencyKey: KEY,
};
const problem = (status: number, code: string, more: object = {}): FakeAnswer => ({
  status,
  body: { code, status, ...more },
});
const guestOf = (n: number, viewer = "g1"): FakeAnswer => ({
  body: { viewer, token: `t${n}`, refreshToken: `r${n}`, expiresAt: new Date(EPOCH + 900_000).toISOString() },
  headers: { "drama-now": new Date(EPOCH).toISOString() },
});

interface Parts extends Partial<HttpAdapterOptions> {
  readonly storage?: ReturnType<typeof createMemoryStorage>;
  readonly now?: () => number;
}

/** An adapter before a server that hands out guests and answers the rest as told. */
function open(
  answer: (request: SeenRequest) => FakeAnswer | Promise<FakeAnswer>,
  { storage, now, ...options }: Parts = {},
) {
  let guests = 0;
  const server = createFakeServer((request) => {
    if (!request.path.startsWith("/guests")) return answer(request);
    guests += 1;
    return guestOf(guests);
  });
  return { ...start(server.fetch, { storage, now, ...options } as Parts), seen: server.seen };
}

function start(
  fetch: typeof globalThis.fetch,
  { storage = createMemoryStorage(), now = () => EPOCH, ...options }: Parts = {},
) {
  const adapter = createHttpAdapter({
    endpoint: "https://api.example",
    ...options,
  }) as Required<EntitlementAdapter>;
  void adapter.initialize({ fetch, storage, now, log: () => {} });
  return { adapter, storage };
}

describe("createHttpAdapter", () => {
  it("refuses to be made without an endpoint", () => {
    assert.throws(() => createHttpAdapter({ endpoint: "" }), { code: "config" });
  });

  it("adds the protocol's path to the endpoint once", async () => {
    for (const endpoint of ["https://api.example", "https://api.example/", "https://api.example/drama/v1"]) {
      const urls: string[] = [];
      const fetch = async (url: unknown) => {
        urls.push(String(url));
        return new Response("{}");
      };
      await start(fetch, { endpoint, guests: false }).adapter.wallet(CTX);
      assert.deepEqual(urls, ["https://api.example/drama/v1/wallet"]);
    }
  });

  it("sends no cookies, follows no redirects and bypasses caches", async () => {
    const { adapter, seen } = open(() => ({ body: {} }));
    await adapter.wallet(CTX);
    for (const { init } of seen)
      assert.deepEqual([init.credentials, init.redirect, init.cache], ["omit", "error", "no-store"]);
  });

  describe("check", () => {
    it("asks for all episodes in one request and reads clock, prices and tag from the headers", async () => {
      const { adapter, seen } = open(() => ({
        body: { items: [], ttlMs: 5 },
        headers: {
          "drama-now": "2027-01-10T18:00:00Z",
          "drama-quote": "signed",
          "drama-quote-expires": "2027-01-10T18:10:00Z",
          etag: 'W/"1"',
        },
      }));
      const answer = await adapter.check([REF, { series: "lantern", episode: "e08" }], {
        ...CTX,
        etag: 'W/"0"',
      });
      assert.deepEqual(answer, {
        items: [],
        ttlMs: 5,
        serverNow: "2027-01-10T18:00:00Z",
        etag: 'W/"1"',
        quote: { value: "signed", expiresAt: "2027-01-10T18:10:00Z" },
      });
      const request = seen[1];
      assert.equal(request?.path, "/series/lantern/access?episodes=e07%2Ce08&playback=e07");
      const headers = ["authorization", "if-none-match", "accept-language", "drama-placement"];
      assert.deepEqual(
        headers.map((name) => request?.headers.get(name)),
        ["Bearer t1", 'W/"0"', "pt-BR", "article"],
      );
    });

    it("reads a 304 as unchanged, with the renewed prices", async () => {
      const headers = {
        "drama-now": "2027-01-10T18:00:00Z",
        "drama-quote": "q",
        "drama-quote-expires": "2027-01-10T18:10:00Z",
      };
      const { adapter } = open(() => ({ status: 304, headers }));
      assert.deepEqual(await adapter.check([REF], CTX), {
        notModified: true,
        serverNow: "2027-01-10T18:00:00Z",
        quote: { value: "q", expiresAt: "2027-01-10T18:10:00Z" },
      });
    });

    it("survives a placement that no header can carry", async () => {
      const { adapter, seen } = open(() => ({ body: {} }));
      await adapter.check([REF], { ...CTX, placement: "Café\n☕" });
      assert.equal(seen[1]?.headers.get("drama-placement"), "Caf???");
    });

    const failures: readonly [string, FakeAnswer, object][] = [
      ["a broken line", undefined, { code: "offline", retryable: true }],
      ["a truncated body", { body: '{"items":[' }, { code: "bad-response", retryable: true }],
      ["a gateway's page", { status: 502, body: "<html>" }, { code: "server", retryable: true, status: 502 }],
      [
        "503 with Retry-After",
        { ...problem(503, "unavailable"), headers: { "retry-after": "2" } },
        { code: "server", retryAfterMs: 2000 },
      ],
      [
        "429",
        { ...problem(429, "rate-limited"), headers: { "retry-after": "7" } },
        { code: "rate-limited", retryAfterMs: 7000 },
      ],
      ["403", problem(403, "origin-not-allowed"), { code: "forbidden", retryable: false }],
      ["404", problem(404, "not-found"), { code: "not-found", retryable: false }],
      ["a teapot", { status: 418 }, { code: "bad-request", retryable: false }],
    ];
    for (const [what, answer, expected] of failures)
      it(`rejects on ${what}`, async () => {
        await assert.rejects(open(() => answer).adapter.check([REF], CTX), {
          name: "EntitlementError",
          ...expected,
        });
      });
  });

  describe("unlock", () => {
    it("sends the request with its key and passes the answer on", async () => {
      const granted = { outcome: "granted", items: [], charged: null, already: true };
      const { adapter, seen } = open(() => ({ body: granted }));
      assert.deepEqual(await adapter.unlock(REQUEST, CTX), granted);
      const request = seen[1];
      assert.deepEqual([request?.method, request?.path, request?.body], ["POST", "/unlocks", REQUEST]);
      assert.equal(request?.headers.get("idempotency-key"), KEY);
      assert.equal(request?.headers.get("content-type"), "application/json");
    });

    const declines: readonly [number, string, string][] = [
      [402, "insufficient-funds", "insufficient-funds"],
      [402, "payment-required", "policy"],
      [403, "confirmation-required", "confirmation-required"],
      [403, "limit-reached", "limit-reached"],
      [409, "price-changed", "price-changed"],
      [409, "not-yet", "not-yet"],
      [410, "offer-gone", "offer-gone"],
      [451, "geo", "policy"],
    ];
    for (const [status, code, reason] of declines)
      it(`reads ${status} ${code} as declined: ${reason}`, async () => {
        const members = {
          offers: [],
          shortfall: { amount: 5, currency: "COIN" },
          availableAt: "2027-01-10T18:00:00Z",
          wallet: { balances: [], rev: 1 },
        };
        const { adapter } = open(() => problem(status, code, members));
        assert.deepEqual(await adapter.unlock(REQUEST, CTX), { outcome: "declined", reason, ...members });
      });

    it("takes the fresh price signature of a decline from the headers", async () => {
      const headers = { "drama-quote": "q", "drama-quote-expires": "2027-01-10T18:10:00Z" };
      const { adapter } = open(() => ({ ...problem(409, "price-changed"), headers }));
      const result = await adapter.unlock(REQUEST, CTX);
      assert.deepEqual(result.outcome === "declined" && result.quote?.value, "q");
    });

    for (const [status, code] of [
      [409, "in-progress"],
      [500, "server"],
    ] as const)
      it(`leaves open what ${status} ${code} did`, async () => {
        const { adapter } = open(() => problem(status, code));
        await assert.rejects(adapter.unlock(REQUEST, CTX), { code: "server", retryable: true });
      });

    it("says that nothing was sent when there was no token to send it with", async () => {
      const getToken: GetToken = async () => {
        throw new Error("login is down");
      };
      const { adapter, seen } = open(() => ({ body: {} }), { getToken });
      assert.deepEqual(await adapter.unlock(REQUEST, CTX), { outcome: "unknown", sent: false });
      assert.equal(seen.length, 0);
    });
  });

  describe("reconcile", () => {
    it("knows from one code only that a key never arrived", async () => {
      assert.deepEqual(await open(() => problem(404, "unknown-key")).adapter.reconcile(KEY, CTX), {
        outcome: "unknown",
        sent: false,
      });
      await assert.rejects(open(() => problem(404, "not-found")).adapter.reconcile(KEY, CTX), {
        code: "not-found",
      });
      await assert.rejects(open(() => ({ status: 404 })).adapter.reconcile(KEY, CTX), { code: "not-found" });
    });

    it("asks by the key", async () => {
      const { adapter, seen } = open(() => ({ status: 202, body: { outcome: "pending", retryAfterMs: 1 } }));
      assert.deepEqual(await adapter.reconcile(KEY, CTX), { outcome: "pending", retryAfterMs: 1 });
      assert.equal(seen[1]?.path, `/unlocks/${KEY}`);
    });
  });

  it("fetches media, and calls a 402 forbidden", async () => {
    const { adapter, seen } = open(() => problem(402, "payment-required"));
    await assert.rejects(adapter.playback(REF, CTX), { code: "forbidden", retryable: false });
    assert.equal(seen[1]?.path, "/series/lantern/episodes/e07/playback");
  });

  it("tops up with a key", async () => {
    const { adapter, seen } = open(({ headers }) =>
      headers.get("idempotency-key") === KEY ? { body: { outcome: "added" } } : problem(410, "offer-gone"),
    );
    assert.deepEqual(await adapter.topUp("demo", CTX), { outcome: "added" });
    assert.deepEqual(seen[1]?.body, { offerId: "demo" });
    assert.deepEqual(await adapter.topUp("demo", { ...CTX, idempotencyKey: "" }), {
      outcome: "declined",
      reason: "offer-gone",
    });
  });

  describe("guests", () => {
    it("starts one for all first requests together, and writes nothing", async () => {
      const { adapter, seen, storage } = open(() => ({ body: {} }));
      await Promise.all([adapter.wallet(CTX), adapter.wallet(CTX), adapter.check([REF], CTX)]);
      assert.equal(seen.filter(({ path }) => path === "/guests").length, 1);
      assert.deepEqual(storage.keys(), []);
    });

    it("is kept from the first purchase gesture on, and is the same after a reload", async () => {
      const storage = createMemoryStorage();
      const first = open(() => ({ body: {} }), { storage });
      await first.adapter.wallet(CTX);
      first.adapter.keepViewer();
      assert.deepEqual(JSON.parse(storage.get("guest") ?? ""), { viewer: "g1", refreshToken: "r1" });
      const second = open(() => ({ body: {} }), { storage });
      await second.adapter.wallet(CTX);
      assert.deepEqual(
        [second.seen[0]?.path, second.seen[0]?.body],
        ["/guests/refresh", { refreshToken: "r1" }],
      );
    });

    it("is kept although the gesture came before the guest", async () => {
      const { adapter, storage } = open(() => ({ body: {} }));
      adapter.keepViewer();
      await adapter.wallet(CTX);
      assert.equal(storage.keys().length, 1);
    });

    it("is renewed before its token ends, by the server's clock", async () => {
      for (const skewMs of [-86_400_000, 0, 86_400_000]) {
        let time = EPOCH + skewMs;
        const { adapter, seen } = open(() => ({ body: {} }), { now: () => time });
        await adapter.wallet(CTX);
        time += 839_000;
        await adapter.wallet(CTX);
        assert.equal(seen.length, 3);
        time += 2000;
        await adapter.wallet(CTX);
        assert.equal(seen[3]?.path, "/guests/refresh");
        assert.equal(seen[4]?.headers.get("authorization"), "Bearer t2");
      }
    });

    it("asks once more with a fresh token after a 401", async () => {
      const { adapter, seen } = open(({ headers }) =>
        headers.get("authorization") === "Bearer t1" ? problem(401, "auth-expired") : { body: { rev: 1 } },
      );
      assert.deepEqual(await adapter.wallet(CTX), { rev: 1 });
      assert.deepEqual(
        seen.map(({ path }) => path),
        ["/guests", "/wallet", "/guests/refresh", "/wallet"],
      );
    });

    it("gives up after a second 401", async () => {
      const { adapter, seen } = open(() => problem(401, "auth-required"));
      await assert.rejects(adapter.wallet(CTX), { code: "auth-required", status: 401 });
      assert.equal(seen.filter(({ path }) => path === "/wallet").length, 2);
    });

    it("gives way to the guest with whom another tab has bought something", async () => {
      const storage = createMemoryStorage();
      const { adapter, seen } = open(() => ({ body: {} }), { storage });
      await adapter.wallet(CTX);
      storage.set("guest", JSON.stringify({ viewer: "other", refreshToken: "r-other" }));
      adapter.keepViewer();
      await adapter.wallet(CTX);
      assert.deepEqual(seen[2]?.body, { refreshToken: "r-other" });
    });

    it("is not left behind because the platform is down, but is when it is over", async () => {
      const storage = createMemoryStorage();
      storage.set("guest", JSON.stringify({ viewer: "g0", refreshToken: "r0" }));
      let refresh: FakeAnswer = problem(503, "unavailable");
      const server = createFakeServer(({ path }) =>
        path === "/guests/refresh" ? refresh : path === "/guests" ? guestOf(9, "g9") : { body: {} },
      );
      const { adapter } = start(server.fetch, { storage });
      for (const answer of [
        problem(503, "unavailable"),
        problem(429, "rate-limited"),
        problem(403, "origin-not-allowed"),
        undefined,
      ]) {
        refresh = answer;
        await assert.rejects(adapter.wallet(CTX), { name: "EntitlementError" });
        assert.match(storage.get("guest") ?? "", /g0/);
      }
      assert.equal(
        server.seen.some(({ path }) => path === "/guests"),
        false,
      );
      refresh = problem(401, "auth-required");
      await adapter.wallet(CTX);
      assert.equal(storage.get("guest"), null);
    });

    it("is dropped as junk when storage holds something else", async () => {
      const storage = createMemoryStorage();
      for (const junk of ["", "{", "null", "7", "{}"]) {
        storage.set("guest", junk);
        const { adapter, seen } = open(() => ({ body: {} }), { storage });
        await adapter.wallet(CTX);
        assert.equal(seen[0]?.path, "/guests", junk);
      }
    });
  });

  describe("getToken", () => {
    it("is asked once for requests at the same time, and its token is used until refused", async () => {
      const reasons: string[] = [];
      const getToken: GetToken = async ({ reason }) => {
        reasons.push(reason);
        return `page-${reasons.length}`;
      };
      const { adapter, seen } = open(
        ({ headers }) =>
          headers.get("authorization") === "Bearer page-1" ? problem(401, "auth-expired") : { body: {} },
        { getToken },
      );
      await Promise.all([adapter.wallet(CTX), adapter.wallet(CTX)]);
      await adapter.wallet(CTX);
      assert.deepEqual(reasons, ["init", "refused"]);
      assert.equal(seen.at(-1)?.headers.get("authorization"), "Bearer page-2");
    });

    it("makes a guest of who is not logged in", async () => {
      const { adapter, seen } = open(() => ({ body: {} }), { getToken: async () => "" });
      await adapter.wallet(CTX);
      assert.equal(seen[1]?.headers.get("authorization"), "Bearer t1");
    });

    it("is asked again when the viewer changed", async () => {
      let name = "anna";
      const { adapter, seen } = open(() => ({ body: {} }), { getToken: async () => name });
      await adapter.wallet(CTX);
      name = "bert";
      await adapter.wallet(CTX);
      await adapter.check([REF], { ...CTX, cause: "viewer" });
      assert.deepEqual(
        seen.map(({ headers }) => headers.get("authorization")),
        ["Bearer anna", "Bearer anna", "Bearer bert"],
      );
    });

    it("is asked for another token before a JWT ends", async () => {
      let time = EPOCH;
      const reasons: string[] = [];
      const getToken: GetToken = async ({ reason }) => {
        reasons.push(reason);
        return `e30.${btoa(JSON.stringify({ exp: time / 1000 + 300 }))}.x`;
      };
      const headers = () => ({ "drama-now": new Date(time).toISOString() });
      const { adapter } = open(() => ({ body: {}, headers: headers() }), { getToken, now: () => time });
      await adapter.wallet(CTX);
      await adapter.wallet(CTX);
      time += 241_000;
      await adapter.wallet(CTX);
      assert.deepEqual(reasons, ["init", "expired"]);
    });

    for (const [what, getToken] of [
      [
        "throws",
        () => {
          throw new Error("login broke");
        },
      ],
      [
        "rejects",
        async () => {
          throw new Error("login broke");
        },
      ],
      ["resolves to nothing", async () => undefined],
    ] as const)
      it(`that ${what} is a failure that may pass, and is asked again next time`, async () => {
        let isBroken = true;
        const flaky = ((request: never) =>
          isBroken ? getToken() : Promise.resolve(String(request) && "ok")) as unknown as GetToken;
        const { adapter, seen } = open(() => ({ body: {} }), { getToken: flaky });
        await assert.rejects(adapter.check([REF], CTX), { code: "auth-required", retryable: true });
        assert.equal(seen.length, 0);
        isBroken = false;
        await adapter.check([REF], CTX);
        assert.equal(seen[0]?.headers.get("authorization"), "Bearer ok");
      });
  });

  it("asks as nobody where guests are turned off", async () => {
    const { adapter, seen } = open(() => problem(401, "auth-required"), { guests: false });
    await assert.rejects(adapter.wallet(CTX), { code: "auth-required" });
    assert.equal(seen.length, 1);
    assert.equal(seen[0]?.headers.has("authorization"), false);
  });
});
