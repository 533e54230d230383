import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { parseSeries, refKey } from "@micro-drama/protocol";
import type { UnlockState } from "@micro-drama/sdk";
import { applyMediaFact, INITIAL_MODEL, idleMedia, type PlayerModel } from "./player-model.js";
import { selectPublicState } from "./public-state.js";
import { selectStage } from "./select-stage.js";

const series = parseSeries({
  version: 1,
  id: "s",
  title: "S",
  episodes: [
    {
      id: "e1",
      number: 1,
      title: "1",
      access: "free",
      source: { type: "mp4", url: "https://cdn.example/a.mp4" },
    },
    { id: "e2", number: 2, title: "2", access: "locked" },
    { id: "e3", number: 3, title: "3", access: "unpublished" },
  ],
});

function modelAt(index: number, change: Partial<PlayerModel> = {}): PlayerModel {
  const key = refKey({ series: "s", episode: `e${index + 1}` });
  return { ...INITIAL_MODEL, series, index, media: idleMedia(key), ...change };
}

function withUnlock(model: PlayerModel, state: UnlockState): PlayerModel {
  return { ...model, entitlements: { states: new Map([["s/e2", state]]), status: "ready" } };
}

const GRANTED: UnlockState = {
  name: "granted",
  via: "coins",
  playback: { url: "https://cdn.example/t/secret/main.m3u8", type: "hls", session: "x", captions: [] },
};

describe("selectStage", () => {
  it("invites before anybody asked for pictures, and loads after", () => {
    assert.equal(selectStage(modelAt(0)), "poster");
    assert.equal(selectStage(modelAt(0, { wantsPlay: true })), "loading");
  });

  it("shows the gate for every unlock state but granted", () => {
    const states: UnlockState[] = [
      { name: "unknown" },
      { name: "checking" },
      { name: "locked", offers: [] },
      { name: "confirming" },
      { name: "failed", failure: { code: "server", message: "", retryable: true } },
    ];
    for (const state of states) {
      assert.equal(selectStage(withUnlock(modelAt(1, { wantsPlay: true }), state)), "gate");
    }
    assert.equal(selectStage(withUnlock(modelAt(1, { wantsPlay: true }), GRANTED)), "loading");
  });

  it("announces what is not out yet, whatever a backend says", () => {
    assert.equal(selectStage(modelAt(2, { wantsPlay: true })), "announced");
  });

  it("follows the facts of the active episode only", () => {
    const playing = applyMediaFact(modelAt(0, { wantsPlay: true }), {
      slot: 0,
      key: "s/e1",
      type: "playing",
    });
    assert.equal(selectStage(playing), "playing");
    const stray = applyMediaFact(playing, { slot: 1, key: "s/e2", type: "stalled" });
    assert.equal(selectStage(stray), "playing");
  });

  it("asks for a touch when the browser refused to start", () => {
    const refused = applyMediaFact(modelAt(0, { wantsPlay: true }), {
      slot: 0,
      key: "s/e1",
      type: "needs-gesture",
    });
    assert.equal(selectStage(refused), "poster");
  });
});

describe("selectPublicState", () => {
  it("tells the page no URL of media", () => {
    const state = selectPublicState(withUnlock(modelAt(1), GRANTED));
    assert.equal(state.access, "granted");
    assert.ok(!JSON.stringify(state).includes("secret"));
  });
});
