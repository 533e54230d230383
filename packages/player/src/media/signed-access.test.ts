import assert from "node:assert/strict";
import { describe, it, mock } from "node:test";
import type { Playback } from "@micro-drama/protocol";
import { SignedAccess } from "./signed-access.js";

const HOUR = 3_600_000;

function playback(token: string, more: Partial<Playback> = {}): Playback {
  return { type: "hls", session: "s", captions: [], url: `https://m/t/${token}/e07/main.m3u8`, ...more };
}

function setUp(media: Playback, fresh: readonly Playback[] = []) {
  const answers = [...fresh];
  const ending = new AbortController();
  let asked = 0;
  const refresh = async () => {
    asked += 1;
    const answer = answers.shift();
    if (!answer) throw new Error("no more playbacks");
    return answer;
  };
  return { access: new SignedAccess(media, refresh, ending.signal), ending, asked: () => asked };
}

describe("SignedAccess", () => {
  it("sends requests of an old token to the new one", async () => {
    const { access } = setUp(playback("A"), [playback("B")]);
    assert.equal(await access.renew(), true);
    assert.equal(access.resolve("https://m/t/A/e07/main.m3u8"), "https://m/t/B/e07/main.m3u8");
    assert.equal(access.resolve("https://m/t/A/e07/0/3.m4s"), "https://m/t/B/e07/0/3.m4s");
  });

  it("appends the query of signing edges to children of the same origin, not to the playlist itself", async () => {
    const { access } = setUp(playback("A", { childQuery: "sig=1" }), [
      playback("A", { childQuery: "sig=2" }),
    ]);
    assert.equal(access.resolve(access.url), access.url);
    assert.equal(access.resolve("https://m/t/A/e07/0.m4s"), "https://m/t/A/e07/0.m4s?sig=1");
    assert.equal(access.resolve("https://elsewhere/0.m4s"), "https://elsewhere/0.m4s");
    await access.renew();
    assert.equal(access.resolve("https://m/t/A/e07/0.m4s?sig=1"), "https://m/t/A/e07/0.m4s?sig=2");
  });

  it("asks once when several requests are refused at the same time", async () => {
    const { access, asked } = setUp(playback("A"), [playback("B"), playback("C")]);
    assert.deepEqual(await Promise.all([access.renew(), access.renew()]), [true, true]);
    assert.equal(asked(), 1);
  });

  it("says so when the host cannot renew", async () => {
    const { access } = setUp(playback("A"));
    assert.equal(await access.renew(), false);
    assert.equal(access.url, "https://m/t/A/e07/main.m3u8");
  });

  it("renews at three quarters of the lifetime, again and again, until the target is gone", async () => {
    mock.timers.enable({ apis: ["setTimeout", "Date"] });
    try {
      const until = (ms: number): string => new Date(Date.now() + ms).toISOString();
      const { access, asked, ending } = setUp(playback("A", { expiresAt: until(HOUR) }), [
        playback("B", { expiresAt: until(1.75 * HOUR) }),
      ]);
      mock.timers.tick(0.74 * HOUR);
      assert.equal(asked(), 0);
      mock.timers.tick(0.01 * HOUR);
      assert.equal(asked(), 1);
      await access.renew();
      ending.abort();
      mock.timers.tick(10 * HOUR);
      assert.equal(asked(), 1);
    } finally {
      mock.timers.reset();
    }
  });

  it("asks again while the address still works when the host had no answer", async () => {
    mock.timers.enable({ apis: ["setTimeout", "Date"] });
    try {
      const expiresAt = new Date(Date.now() + HOUR).toISOString();
      const { access, asked } = setUp(playback("A", { expiresAt }));
      mock.timers.tick(0.75 * HOUR);
      assert.equal(await access.renew(), false);
      mock.timers.tick(0.2 * HOUR);
      assert.equal(asked(), 2);
    } finally {
      mock.timers.reset();
    }
  });

  it("leaves an address that has ended to its refusal when the host has no answer", async () => {
    mock.timers.enable({ apis: ["setTimeout", "Date"] });
    try {
      const expiresAt = new Date(Date.now() + HOUR).toISOString();
      const { access } = setUp(playback("A", { expiresAt }));
      mock.timers.setTime(Date.now() + 2 * HOUR);
      assert.equal(await access.renewIfDue(), false);
      assert.equal(access.renewIfDue(), undefined);
    } finally {
      mock.timers.reset();
    }
  });
});
