import assert from "node:assert/strict";
import { describe, it } from "node:test";
import type { PlaybackEvent, PlaybackState } from "./playback-machine.js";
import { IDLE, PLAYBACK_TABLE, transition } from "./playback-machine.js";

const FAILURE = { code: "network", message: "The connection was lost.", retryable: true } as const;

const STATES: Record<PlaybackState["name"], PlaybackState> = {
  idle: IDLE,
  loading: { name: "loading" },
  ready: { name: "ready" },
  playing: { name: "playing" },
  stalled: { name: "stalled" },
  paused: { name: "paused" },
  ended: { name: "ended" },
  failed: { name: "failed", failure: FAILURE },
};

const EVENTS: Record<PlaybackEvent["type"], PlaybackEvent> = {
  load: { type: "load" },
  "first-frame": { type: "first-frame" },
  playing: { type: "playing" },
  waiting: { type: "waiting" },
  pause: { type: "pause" },
  ended: { type: "ended" },
  fail: { type: "fail", failure: FAILURE },
  retry: { type: "retry" },
  withdraw: { type: "withdraw" },
};

/** Every legal row, written out by hand; what is not here must change nothing. */
const LEGAL: readonly string[] = [
  "idle load loading",
  "loading load loading",
  "loading first-frame ready",
  "loading fail failed",
  "loading withdraw idle",
  "ready load loading",
  "ready playing playing",
  "ready waiting stalled",
  "ready ended ended",
  "ready fail failed",
  "ready withdraw idle",
  "playing load loading",
  "playing waiting stalled",
  "playing pause paused",
  "playing ended ended",
  "playing fail failed",
  "playing withdraw idle",
  "stalled load loading",
  "stalled playing playing",
  "stalled pause paused",
  "stalled ended ended",
  "stalled fail failed",
  "stalled withdraw idle",
  "paused load loading",
  "paused playing playing",
  "paused waiting stalled",
  "paused ended ended",
  "paused fail failed",
  "paused withdraw idle",
  "ended load loading",
  "ended playing playing",
  "ended waiting stalled",
  "ended fail failed",
  "ended withdraw idle",
  "failed load loading",
  "failed retry loading",
  "failed withdraw idle",
];

describe("transition", () => {
  for (const state of Object.values(STATES)) {
    for (const event of Object.values(EVENTS)) {
      const row = LEGAL.find((line) => line.startsWith(`${state.name} ${event.type} `));
      const target = row?.split(" ")[2];
      it(`${state.name} on ${event.type}: ${target ?? "ignored"}`, () => {
        const next = transition(state, event);
        if (target === undefined) assert.equal(next, state);
        else assert.equal(next.name, target);
      });
    }
  }

  it("keeps the words of a failure", () => {
    const failed = transition({ name: "loading" }, { type: "fail", failure: FAILURE });
    assert.deepEqual(failed, { name: "failed", failure: FAILURE });
  });

  it("gives frozen states", () => {
    assert.ok(Object.isFrozen(transition(IDLE, { type: "load" })));
    assert.ok(Object.isFrozen(transition({ name: "loading" }, { type: "fail", failure: FAILURE })));
  });

  it("has no row beyond those written here", () => {
    const rows = Object.values(PLAYBACK_TABLE).flatMap((row) => Object.keys(row));
    assert.equal(rows.length, LEGAL.length);
  });
});
