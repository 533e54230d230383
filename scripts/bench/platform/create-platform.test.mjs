import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { createPlatform } from "./create-platform.mjs";

describe("createPlatform", () => {
  const start = {
    tracks: [{ init: { url: "/e02/init.mp4" }, segments: [{ url: "/e02/0.m4s", duration: 1 }] }],
  };
  const episodes = ["e01", "e02", "e03"].map((id, index) => ({
    id,
    number: index + 1,
    hls: `/${id}/main.m3u8`,
    start,
  }));
  const open = () => {
    const platform = createPlatform({
      media: { episodes },
      mediaOrigin: () => "https://media.test",
      owned: [3],
    });
    return async (path, body, method = "GET") => {
      const answer = await platform({ method, path: `/api/drama/v1${path}`, body: Buffer.from(body ?? "") });
      return { ...answer, body: answer.body.length > 0 ? JSON.parse(answer.body.toString()) : undefined };
    };
  };

  it("gives no media of a locked episode, and offers it", async () => {
    const ask = open();
    const { body } = await ask("/series/s/access?episodes=e02,e03&playback=e02,e03");
    assert.deepEqual(
      body.items.map(({ state, playback }) => [state, playback?.url]),
      [
        ["locked", undefined],
        ["granted", "https://media.test/e03/main.m3u8"],
      ],
    );
    assert.equal((await ask("/series/s/episodes/e02/playback")).status, 403);
  });

  it("grants what was unlocked, with its media, from then on", async () => {
    const ask = open();
    const refs = [{ series: "s", episode: "e02" }];
    const { body } = await ask("/unlocks", JSON.stringify({ refs, offerId: "one" }), "POST");
    assert.equal(body.outcome, "granted");
    assert.equal(body.items[0].playback.start.tracks[0].segments[0].url, "https://media.test/e02/0.m4s");
    assert.equal((await ask("/series/s/episodes/e02/playback")).status, 200);
  });
});
