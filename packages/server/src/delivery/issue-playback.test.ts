import assert from "node:assert/strict";
import { describe, it } from "node:test";
import type { CatalogueEpisode } from "@micro-drama/protocol";
import { createKeyring, generateKeySet } from "../keys.js";
import { createOwnEdge } from "./edge.js";
import { issuePlayback, maxWatchedSeconds } from "./issue-playback.js";

const EPISODE = {
  ...{ id: "e04", number: 4, title: "Four", access: "locked", duration: 60 },
  asset: { id: "0123456789abcdef", type: "hls", url: "main.m3u8", captions: [] },
} as unknown as CatalogueEpisode;
const NOW = Date.parse("2026-01-01T00:00:00Z");
const WHO = { viewer: 7 as never, series: "lantern", episode: EPISODE };

describe("a session that was begun before the keys were rotated", () => {
  const [old] = Object.values(generateKeySet().keys);
  const [young] = Object.values(generateKeySet().keys);
  const before = createKeyring({ current: "k1", keys: { k1: old ?? "" } });
  const begin = async () => {
    const edge = createOwnEdge(before);
    const playback = await issuePlayback(before, { ...WHO, origin: "https://media.example", edge, now: NOW });
    assert.ok(playback?.expiresAt);
    return { session: playback.session, expiresAt: Date.parse(playback.expiresAt) / 1000 };
  };

  it("is believed while the old key is listed", async () => {
    const { session, expiresAt } = await begin();
    const rotated = createKeyring({ current: "k2", keys: { k1: old ?? "", k2: young ?? "" } });
    const ask = { ...WHO, expiresAt, now: NOW + 30_000 };
    assert.ok(((await maxWatchedSeconds(rotated, session, ask)) ?? 0) >= 30);
  });

  it("is not believed once the old key is gone", async () => {
    const { session, expiresAt } = await begin();
    const rotated = createKeyring({ current: "k2", keys: { k2: young ?? "" } });
    assert.equal(await maxWatchedSeconds(rotated, session, { ...WHO, expiresAt, now: NOW }), undefined);
  });
});
