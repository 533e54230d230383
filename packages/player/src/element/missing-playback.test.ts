import assert from "node:assert/strict";
import { describe, it } from "node:test";
import type { Series } from "@micro-drama/protocol";
import { EntitlementError } from "@micro-drama/protocol/manifest";
import type { Entitlements, UnlockState } from "@micro-drama/sdk";
import { idleMedia } from "../core/player-model.js";
import type { SlotPool } from "../media/slot-pool.js";
import { createPlaybackFetcher } from "./missing-playback.js";
import { Session } from "./session.js";

const episode = { id: "e4", number: 4, title: "", access: "locked", captions: [] } as const;
const series: Series = { id: "s", title: "S", lang: "en", warnings: [], episodes: [episode] };
const states = new Map<string, UnlockState>([["s/e4", { name: "granted", via: "coins" }]]);

/** What the player says of an owned episode whose media could not be had for this reason. */
async function failureFor(error: EntitlementError) {
  const session = new Session({} as SlotPool, () => true);
  session.commit({ series, media: idleMedia("s/e4"), entitlements: { states, status: "ready" } });
  createPlaybackFetcher(session, { playback: () => Promise.reject(error) } as unknown as Entitlements)();
  // Past the refusal.
  await new Promise((resolve) => setImmediate(resolve));
  return session.model.media.failure;
}

describe("createPlaybackFetcher", () => {
  it("tells a limit of devices from a right that has ended, and lets the viewer try again", async () => {
    const limit = { status: 403, problem: { code: "limit-reached" } };
    const failure = await failureFor(new EntitlementError("forbidden", "No.", limit));
    assert.deepEqual([failure?.code, failure?.retryable], ["device-limit", true]);
  });

  it("says of any other refusal what it was", async () => {
    const failure = await failureFor(new EntitlementError("forbidden", "No.", { status: 403 }));
    assert.deepEqual([failure?.code, failure?.retryable], ["forbidden", false]);
  });
});
