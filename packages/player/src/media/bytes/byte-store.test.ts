import assert from "node:assert/strict";
import { afterEach, beforeEach, describe, it } from "node:test";
import { keepBytes, peekBytes, trimBytes } from "./byte-cache.js";
import { createByteStore } from "./byte-store.js";

interface Asked {
  readonly url: string;
  readonly range: string | null;
  readonly signal: AbortSignal | null | undefined;
  answer(body: string, status?: number): void;
  fail(error: Error): void;
}

describe("createByteStore", () => {
  const original = globalThis.fetch;
  let asked: Asked[];
  const live = (): AbortSignal => new AbortController().signal;
  const text = (data: ArrayBuffer): string => new TextDecoder().decode(data);

  beforeEach(() => {
    asked = [];
    globalThis.fetch = (url, init) =>
      new Promise((resolve, reject) => {
        const answer = (body: string, status = 200): void => resolve(new Response(body, { status }));
        const range = new Headers(init?.headers).get("range");
        asked.push({ url: String(url), range, signal: init?.signal, answer, fail: reject });
        init?.signal?.addEventListener("abort", () => reject(init.signal?.reason));
      });
  });
  afterEach(() => {
    globalThis.fetch = original;
  });

  it("fetches once for two askers, and not again afterwards", async () => {
    const store = createByteStore();
    const both = [1, 2].map(() => store.load({ url: "/a", priority: "high", signal: live() }));
    assert.equal(asked.length, 1);
    assert.equal(peekBytes(store, { url: "/a" }), undefined);
    asked[0]?.answer("first");
    for (const { data, status } of await Promise.all(both))
      assert.deepEqual([text(data), status], ["first", 200]);
    await store.load({ url: "/a", priority: "low", signal: live() });
    assert.equal(asked.length, 1);
    assert.equal(text(peekBytes(store, { url: "/a" })?.data ?? new ArrayBuffer(0)), "first");
  });

  it("goes on while one of two askers still wants it, and ends when nobody does", async () => {
    const store = createByteStore();
    const askers = [new AbortController(), new AbortController()] as const;
    const both = askers.map(({ signal }) => store.load({ url: "/a", priority: "low", signal }));
    askers[0].abort();
    assert.equal(asked[0]?.signal?.aborted, false);
    askers[1].abort();
    await assert.rejects(both[0] as Promise<unknown>, { name: "AbortError" });
    await assert.rejects(both[1] as Promise<unknown>, { name: "AbortError" });
    assert.equal(asked[0]?.signal?.aborted, true);
    void store.load({ url: "/a", priority: "high", signal: live() });
    assert.equal(asked.length, 2, "a cancelled request is not joined");
  });

  it("keeps what came when its asker leaves later", async () => {
    const store = createByteStore();
    const asker = new AbortController();
    const promise = store.load({ url: "/a", priority: "low", signal: asker.signal });
    asked[0]?.answer("kept");
    await promise;
    asker.abort();
    assert.ok(peekBytes(store, { url: "/a" }));
  });

  it("asks for a part of a file, and cuts it out when the server sends the whole", async () => {
    const store = createByteStore();
    const range = (offset: number, length: number) => ({ url: "/a", byteRange: { offset, length } });
    const parts = [range(0, 2), range(2, 3)].map((source) =>
      store.load({ ...source, priority: "high", signal: live() }),
    );
    assert.deepEqual(
      asked.map((request) => request.range),
      ["bytes=0-1", "bytes=2-4"],
    );
    asked[0]?.answer("ab", 206);
    asked[1]?.answer("abcdef", 200);
    assert.deepEqual(
      (await Promise.all(parts)).map(({ data }) => text(data)),
      ["ab", "cde"],
    );
  });

  it("tells a refusal and a broken connection, and keeps neither", async () => {
    const store = createByteStore();
    const load = () => store.load({ url: "/a", priority: "high", signal: live() });
    const refused = load();
    asked[0]?.answer("no", 403);
    assert.equal((await refused).status, 403);
    const broken = load();
    asked[1]?.fail(new TypeError("no network"));
    await assert.rejects(broken, TypeError);
    void load();
    assert.equal(asked.length, 3);
  });

  it("forgets what was not used for longest when there is too much", async () => {
    const store = createByteStore();
    const timing = { requestedAt: 0, firstByteAt: 0, endAt: 0 };
    const keep = (url: string): void =>
      keepBytes(store, { url }, { data: new ArrayBuffer(3_000_000), url, status: 200, timing });
    const kept = () => ["/a", "/b", "/c"].filter((url) => store.entries.has(url));
    keep("/a");
    keep("/b");
    await store.load({ url: "/a", priority: "low", signal: live() });
    keep("/c");
    assert.deepEqual(kept(), ["/a", "/c"]);
    trimBytes(store, 0);
    assert.deepEqual(kept(), []);
  });
});
