import assert from "node:assert/strict";
import { describe, it } from "node:test";
import type { Series } from "@micro-drama/protocol";
import { INITIAL_MODEL, type PlayerModel } from "../core/player-model.js";
import { selectNextNotice } from "./announce-next.js";

const episode = (number: number, access: "free" | "locked" | "unpublished" = "free") =>
  ({ id: `e${number}`, number, title: "", captions: [], access }) as unknown as Series["episodes"][number];

/** The first episode of those, playing. */
function playing(position: number, change: Partial<PlayerModel> = {}, duration = 80): PlayerModel {
  const series = { id: "s", title: "", episodes: [episode(1), episode(2)] } as unknown as Series;
  const media = { ...INITIAL_MODEL.media, phase: "playing", position, duration } as const;
  return { ...INITIAL_MODEL, series, mode: "immersive", wantsPlay: true, media, ...change };
}

const followedBy = (access: "locked" | "unpublished") => ({
  series: { id: "s", title: "", episodes: [episode(1), episode(2, access)] } as unknown as Series,
});

describe("selectNextNotice", () => {
  it("announces the next episode in the last five seconds", () => {
    assert.equal(selectNextNotice(playing(74.9), true), "none");
    assert.equal(selectNextNotice(playing(75), true), "coming");
  });

  it("announces it as long before at double speed", () => {
    assert.equal(selectNextNotice(playing(70, { rate: 2 }), true), "coming");
  });

  it("talks over the last third of a very short episode at most", () => {
    assert.equal(selectNextNotice(playing(5.9, {}, 9), true), "none");
    assert.equal(selectNextNotice(playing(6, {}, 9), true), "coming");
  });

  it("announces nothing that does not come by itself", () => {
    assert.equal(selectNextNotice(playing(78), false), "none");
    assert.equal(selectNextNotice(playing(78, { index: 1 }), true), "none");
    assert.equal(selectNextNotice(playing(78, { mode: "inline" }), true), "none");
    assert.equal(selectNextNotice(playing(0, {}, 0), true), "none");
  });

  it("leaves a lock to its sheet, and what is not out alone", () => {
    assert.equal(selectNextNotice(playing(78, followedBy("locked")), true), "none");
    assert.equal(selectNextNotice(playing(78, followedBy("unpublished")), true), "none");
  });

  it("offers the next episode once the player stayed, a locked one too", () => {
    const over = { media: { ...playing(80).media, phase: "ended" }, wantsPlay: false } as const;
    assert.equal(selectNextNotice(playing(80, over), true), "offered");
    assert.equal(selectNextNotice(playing(80, { ...over, ...followedBy("locked") }), false), "offered");
    assert.equal(selectNextNotice(playing(80, { ...over, wantsPlay: true }), true), "none");
  });
});
