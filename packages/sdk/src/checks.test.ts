import assert from "node:assert/strict";
import { describe, it } from "node:test";
import type { Access, CheckContext, CheckResult, EpisodeRef } from "@micro-drama/protocol";
import { EntitlementError } from "@micro-drama/protocol";
import { COINS, createFakeBackend, EPOCH, REF } from "./testing/fake-backend.js";
import { settle } from "./testing/fake-platform.js";
import { openVisit } from "./testing/visit.js";

const REFS = Array.from({ length: 100 }, (_, index) => ({ series: "lantern", episode: `e${index}` }));
const HOUR_MS = 3600 * 1000;

function locked(refs: readonly EpisodeRef[], more: Partial<CheckResult> = {}): CheckResult {
  const items: Access[] = refs.map((ref) => ({ ref, state: "locked", offers: [COINS] }));
  return { items, serverNow: new Date(EPOCH).toISOString(), ...more };
}

function granted(ref: EpisodeRef, more: object = {}): Access {
  return { ref, state: "granted", via: "coins", ...more } as Access;
}

/** An adapter whose checks are answered by hand, in any order. */
function openByHand() {
  const waiting: {
    refs: readonly EpisodeRef[];
    ctx: CheckContext;
    resolve(answer: unknown): void;
    reject(error: unknown): void;
  }[] = [];
  const check = (refs: readonly EpisodeRef[], ctx: CheckContext) =>
    new Promise<CheckResult>((resolve, reject) =>
      waiting.push({ refs, ctx, resolve: (answer) => resolve(answer as CheckResult), reject }),
    );
  const answer = async (index: number, result: unknown) => {
    await settle();
    waiting[index]?.resolve(result);
    await settle();
  };
  const fail = async (index: number, error: unknown) => {
    await settle();
    waiting[index]?.reject(error);
    await settle();
  };
  const backend = createFakeBackend({ check });
  return { ...openVisit(backend.adapter), backend, waiting, answer, fail };
}

describe("check", () => {
  it("asks once for a hundred episodes, and not again while the answer is fresh", async () => {
    const backend = createFakeBackend();
    const { entitlements, platform } = openVisit(backend.adapter);
    await entitlements.check(REFS, { cause: "init" });
    await platform.advance(59_999);
    await entitlements.check(REFS.slice(3, 6), { cause: "swipe" });
    assert.deepEqual(backend.calls, ["check"]);
    assert.equal(entitlements.snapshot.states.size, 100);
    await platform.advance(1);
    await entitlements.check(REFS, { cause: "swipe" });
    assert.deepEqual(backend.calls, ["check", "check"]);
  });

  it("asks in spite of a fresh answer when forced", async () => {
    const backend = createFakeBackend();
    const { entitlements } = openVisit(backend.adapter);
    await entitlements.check([REF], { cause: "init" });
    await entitlements.check([REF], { cause: "retry", force: true });
    assert.deepEqual(backend.calls, ["check", "check"]);
  });

  it("asks again after a purchase, because the price of the rest is another", async () => {
    const backend = createFakeBackend();
    const { entitlements } = openVisit(backend.adapter);
    const next = { series: "lantern", episode: "e08" };
    await entitlements.check([REF, next], { cause: "init" });
    await entitlements.unlock(REF, COINS);
    await entitlements.check([next], { cause: "swipe" });
    assert.deepEqual(backend.calls, ["check", "unlock", "check"]);
  });

  it("splits what is more than the protocol takes at once", async () => {
    const sizes: number[] = [];
    const check = async (refs: readonly EpisodeRef[]) => {
      sizes.push(refs.length);
      return locked(refs);
    };
    const { entitlements } = openVisit(createFakeBackend({ check }).adapter);
    const many = Array.from({ length: 450 }, (_, index) => ({ series: "lantern", episode: `e${index}` }));
    await entitlements.check(many, { cause: "init" });
    assert.deepEqual(sizes, [200, 200, 50]);
  });

  it("joins a question that is under way", async () => {
    const { entitlements, waiting, answer } = openByHand();
    const first = entitlements.check(REFS, { cause: "init" });
    const second = entitlements.check([REFS[1] ?? REF], { cause: "swipe" });
    await answer(0, locked(REFS));
    await Promise.all([first, second]);
    assert.equal(waiting.length, 1);
  });

  it("hands frozen arguments to the adapter", async () => {
    const { entitlements, waiting, answer } = openByHand();
    const done = entitlements.check([REF], { cause: "init", playbackFor: ["e07"] });
    await answer(0, locked([REF]));
    await done;
    const [call] = waiting;
    assert.ok(call && Object.isFrozen(call.refs) && Object.isFrozen(call.refs[0]));
    assert.ok(Object.isFrozen(call.ctx) && Object.isFrozen(call.ctx.playbackFor));
    assert.deepEqual(call.ctx.playbackFor, ["e07"]);
    assert.deepEqual([call.ctx.cause, call.ctx.locale, call.ctx.attempt], ["init", "en", 1]);
  });

  it("keeps the offers on the sheet while it asks again", async () => {
    const { entitlements, answer } = openByHand();
    const seen = new Set<string>();
    entitlements.subscribe((snapshot) => seen.add(snapshot.states.get("lantern/e07")?.name ?? "none"));
    const first = entitlements.check([REF], { cause: "init" });
    await answer(0, locked([REF]));
    await first;
    seen.clear();
    const second = entitlements.check([REF], { cause: "visible", force: true });
    await answer(1, locked([REF], { items: [{ ref: REF, state: "locked", offers: [] }] }));
    await second;
    assert.deepEqual([...seen], ["locked"]);
  });

  describe("merging", () => {
    it("drops a check that was asked before an unlock was acknowledged", async () => {
      const { entitlements, answer } = openByHand();
      const first = entitlements.check([REF], { cause: "init" });
      await answer(0, locked([REF]));
      await first;
      const stale = entitlements.check([REF], { cause: "visible", force: true });
      await settle();
      await entitlements.unlock(REF, COINS);
      await answer(1, locked([REF]));
      await stale;
      assert.equal(entitlements.stateOf(REF).name, "granted");
    });

    it("follows a revocation that was asked for after the unlock", async () => {
      const { entitlements, answer } = openByHand();
      const first = entitlements.check([REF], { cause: "init" });
      await answer(0, locked([REF]));
      await first;
      await entitlements.unlock(REF, COINS);
      const later = entitlements.check([REF], { cause: "visible", force: true });
      await answer(1, locked([REF]));
      await later;
      assert.equal(entitlements.stateOf(REF).name, "locked");
    });

    it("lets the higher rev win, whichever answer comes last", async () => {
      const { entitlements, answer } = openByHand();
      const first = entitlements.check([REF], { cause: "init" });
      const second = entitlements.check([REF], { cause: "visible", force: true });
      await answer(1, locked([REF], { items: [granted(REF, { rev: 8 })] }));
      await answer(0, locked([REF], { items: [{ ref: REF, rev: 7, state: "locked", offers: [] }] }));
      await Promise.all([first, second]);
      assert.equal(entitlements.stateOf(REF).name, "granted");
      const third = entitlements.check([REF], { cause: "visible", force: true });
      await answer(2, locked([REF], { items: [{ ref: REF, rev: 9, state: "locked", offers: [] }] }));
      await third;
      assert.equal(entitlements.stateOf(REF).name, "locked");
    });

    it("takes the answer to the later question where there are no revs", async () => {
      const { entitlements, answer } = openByHand();
      const first = entitlements.check([REF], { cause: "init" });
      const second = entitlements.check([REF], { cause: "visible", force: true });
      await answer(1, locked([REF]));
      await answer(0, locked([REF], { items: [granted(REF)] }));
      await Promise.all([first, second]);
      assert.equal(entitlements.stateOf(REF).name, "locked");
    });
  });

  describe("unchanged answers", () => {
    it("sends the tag back and takes over the new price signature", async () => {
      const { entitlements, waiting, answer } = openByHand();
      const first = entitlements.check([REF], { cause: "init" });
      await answer(0, locked([REF], { etag: "v1" }));
      await first;
      const second = entitlements.check([REF], { cause: "visible", force: true });
      const quote = { value: "new", expiresAt: new Date(EPOCH + HOUR_MS).toISOString() };
      await answer(1, { notModified: true, serverNow: new Date(EPOCH).toISOString(), quote });
      await second;
      assert.equal(waiting[1]?.ctx.etag, "v1");
      assert.equal(entitlements.stateOf(REF).name, "locked");
      assert.equal(entitlements.snapshot.status, "ready");
    });

    it("does not bring back an older media URL", async () => {
      const { entitlements, answer } = openByHand();
      const media = (name: string) => ({ url: `https://m.example/${name}`, type: "hls", session: "s" });
      const check = (playbackFor: readonly string[]) =>
        entitlements.check([REF], { cause: "visible", force: true, playbackFor });
      const items = (name: string) => ({ items: [granted(REF, { playback: media(name) })] });
      const rounds = [
        [["e07"], locked([REF], { ...items("old"), etag: "v1" })],
        [["e07", "e08"], locked([REF], items("new"))],
        [["e07"], { notModified: true, serverNow: new Date(EPOCH).toISOString() }],
      ] as const;
      for (const [index, [playbackFor, said]] of rounds.entries()) {
        const done = check(playbackFor);
        await answer(index, said);
        await done;
      }
      const state = entitlements.stateOf(REF);
      assert.equal(state.name === "granted" && state.playback?.url, "https://m.example/new");
    });

    it("does not believe that nothing changed since an unlock", async () => {
      const { entitlements, waiting, answer } = openByHand();
      const first = entitlements.check([REF], { cause: "init" });
      await answer(0, locked([REF], { etag: "v1" }));
      await first;
      await entitlements.unlock(REF, COINS);
      const second = entitlements.check([REF], { cause: "visible", force: true });
      await answer(1, { notModified: true, serverNow: new Date(EPOCH).toISOString() });
      await second;
      assert.equal(waiting[1]?.ctx.etag, undefined);
      assert.equal(entitlements.stateOf(REF).name, "granted");
      assert.equal(entitlements.snapshot.status, "stale");
    });
  });

  it("asks again when the price signature is about to end and the episode is locked", async () => {
    let asked = 0;
    const check = async (refs: readonly EpisodeRef[]) => {
      asked += 1;
      const expiresAt = new Date(EPOCH + 60_000).toISOString();
      return locked(refs, { ttlMs: HOUR_MS, quote: { value: "q", expiresAt } });
    };
    const { entitlements, platform } = openVisit(createFakeBackend({ check }).adapter);
    await entitlements.check([REF], { cause: "init" });
    await platform.advance(29_000);
    await entitlements.check([REF], { cause: "swipe" });
    assert.equal(asked, 1);
    await platform.advance(1000);
    await entitlements.check([REF], { cause: "swipe" });
    assert.equal(asked, 2);
  });

  describe("when the adapter fails", () => {
    it("gives up on silence after 3 s and, once more, after 8 s", async () => {
      const { entitlements, platform, waiting } = openByHand();
      const done = entitlements.check([REF], { cause: "init" });
      await platform.advance(3000);
      assert.equal(waiting.length, 2);
      assert.equal(waiting[0]?.ctx.signal.aborted, true);
      assert.equal(waiting[1]?.ctx.attempt, 2);
      await platform.advance(7999);
      assert.equal(entitlements.stateOf(REF).name, "checking");
      await platform.advance(1);
      await done;
      const state = entitlements.stateOf(REF);
      assert.equal(state.name === "failed" && state.failure.code, "timeout");
      assert.equal(entitlements.snapshot.status, "stale");
    });

    it("ignores an answer that comes after the deadline", async () => {
      const { entitlements, platform, answer } = openByHand();
      const done = entitlements.check([REF], { cause: "init" });
      await platform.advance(11_000);
      await done;
      await answer(0, locked([REF], { items: [granted(REF)] }));
      assert.equal(entitlements.stateOf(REF).name, "failed");
    });

    it("leaves what it showed standing, and says that it may be old", async () => {
      const { entitlements, answer, fail } = openByHand();
      const first = entitlements.check([REF], { cause: "init" });
      await answer(0, locked([REF]));
      await first;
      const second = entitlements.check([REF], { cause: "visible", force: true });
      await fail(1, new EntitlementError("bad-request", "no"));
      await second;
      assert.equal(entitlements.stateOf(REF).name, "locked");
      assert.equal(entitlements.snapshot.status, "stale");
    });

    const junk: readonly [string, unknown][] = [
      ["nothing", undefined],
      ["null", null],
      ["text", "granted"],
      ["no items", { serverNow: new Date(EPOCH).toISOString() }],
      ["an unknown state", locked([], { items: [{ ref: REF, state: "open" }] as never })],
      ["another episode", locked([{ series: "lantern", episode: "e99" }])],
      ["a date from nowhere", { ...locked([REF]), serverNow: "soon" }],
      [
        "a hostile URL",
        locked([], { items: [granted(REF, { playback: { url: "javascript:alert(1)", type: "hls" } })] }),
      ],
      ["an unasked 'unchanged'", { notModified: true, serverNow: new Date(EPOCH).toISOString() }],
    ];
    for (const [what, answer] of junk)
      it(`stays locked when the answer is ${what}`, async () => {
        const check = async () => answer as CheckResult;
        const { entitlements } = openVisit(createFakeBackend({ check }).adapter);
        await entitlements.check([REF], { cause: "init" });
        const state = entitlements.stateOf(REF);
        assert.equal(state.name === "failed" && state.failure.code, "bad-response");
      });

    it("shows no word of what an adapter threw", async () => {
      const check = async () => {
        throw new Error("token=secret https://media.example/e07.m3u8");
      };
      const { entitlements, logged } = openVisit(createFakeBackend({ check }).adapter);
      await entitlements.check([REF], { cause: "init" });
      const state = entitlements.stateOf(REF);
      assert.ok(state.name === "failed");
      assert.equal(state.failure.code, "adapter-threw");
      assert.doesNotMatch(JSON.stringify(state), /secret|media/);
      assert.match(logged.join(), /secret/);
    });

    it("offers the sign-in when the platform wants to know who asks", async () => {
      const check = async () => {
        throw new EntitlementError("auth-required", "who?");
      };
      const { entitlements } = openVisit(createFakeBackend({ check }).adapter);
      await entitlements.check([REF], { cause: "init" });
      assert.deepEqual(entitlements.stateOf(REF), { name: "signed-out", offers: [] });
    });

    it("is fatal when the page may not ask at all", async () => {
      const check = async () => {
        throw new EntitlementError("forbidden", "unknown origin");
      };
      const { entitlements } = openVisit(createFakeBackend({ check }).adapter);
      await entitlements.check([REF], { cause: "init" });
      assert.equal(entitlements.snapshot.status, "fatal");
    });

    it("asks again about failed episodes when the network comes back", async () => {
      let isDown = true;
      const check = async (refs: readonly EpisodeRef[]) => {
        if (isDown) throw new EntitlementError("offline", "no network", { retryable: true });
        return locked(refs);
      };
      const { entitlements, platform } = openVisit(createFakeBackend({ check }).adapter);
      const done = entitlements.check([REF], { cause: "init" });
      await platform.advance(1000);
      await done;
      assert.equal(entitlements.stateOf(REF).name, "failed");
      isDown = false;
      await platform.emit("online");
      assert.equal(entitlements.stateOf(REF).name, "locked");
    });
  });

  describe("by the server's clock", () => {
    for (const skewHours of [-24, 0, 24])
      it(`ends a timed grant at its end, the device being ${skewHours} h off`, async () => {
        const serverNow = () => EPOCH + platform.monotonicNow();
        const until = new Date(EPOCH + HOUR_MS).toISOString();
        let asked = 0;
        const check = async (refs: readonly EpisodeRef[]) => {
          asked += 1;
          const now = new Date(serverNow()).toISOString();
          const items =
            serverNow() < EPOCH + HOUR_MS ? refs.map((ref) => granted(ref, { until })) : locked(refs).items;
          return { items, serverNow: now };
        };
        const { entitlements, platform } = openVisit(createFakeBackend({ check }).adapter, {
          now: () => EPOCH + skewHours * HOUR_MS + platform.monotonicNow(),
        });
        await entitlements.check([REF], { cause: "init" });
        assert.equal(entitlements.serverNow(), EPOCH);
        await platform.advance(HOUR_MS - 1);
        assert.equal(entitlements.stateOf(REF).name, "granted");
        assert.equal(asked, 1);
        await platform.advance(1);
        assert.equal(entitlements.stateOf(REF).name, "locked");
        assert.equal(asked, 2);
      });

    it("does not ask in a circle when a backend grants what has ended", async () => {
      let asked = 0;
      const check = async (refs: readonly EpisodeRef[]) => {
        asked += 1;
        const items = refs.map((ref) => granted(ref, { until: new Date(EPOCH - 1).toISOString() }));
        return { items, serverNow: new Date(EPOCH).toISOString() };
      };
      const { entitlements, platform } = openVisit(createFakeBackend({ check }).adapter);
      await entitlements.check([REF], { cause: "init" });
      await platform.advance(60_000);
      assert.ok(asked <= 8, `${asked} questions in a minute`);
    });
  });
});
