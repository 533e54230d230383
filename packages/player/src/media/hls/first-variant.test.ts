import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { guessFirstVariant, readVariants } from "./first-variant.js";

const text = `#EXTM3U
#EXT-X-STREAM-INF:AVERAGE-BANDWIDTH=300000,BANDWIDTH=900000,RESOLUTION=540x960
mid/media.m3u8
#EXT-X-STREAM-INF:BANDWIDTH=350000,RESOLUTION=360x640,CODECS="avc1.4d401e,mp4a.40.2"

low/media.m3u8
#EXT-X-STREAM-INF:BANDWIDTH=1800000,RESOLUTION=720x1280
https://other.example/high.m3u8?t=1
#EXT-X-I-FRAME-STREAM-INF:BANDWIDTH=1000,URI="i.m3u8"
`;
const variants = readVariants({ text, url: "https://cdn.example/t/TOKEN/main.m3u8" });

describe("readVariants", () => {
  it("lists the renditions with absolute addresses, smallest first", () => {
    assert.deepEqual(
      variants.map(({ bandwidth, height, url }) => [bandwidth, height, url]),
      [
        [350_000, 640, "https://cdn.example/t/TOKEN/low/media.m3u8"],
        [900_000, 960, "https://cdn.example/t/TOKEN/mid/media.m3u8"],
        [1_800_000, 1280, "https://other.example/high.m3u8?t=1"],
      ],
    );
  });

  it("finds none in a media playlist", () => {
    assert.deepEqual(readVariants({ text: "#EXTM3U\n#EXTINF:1,\n0.m4s\n", url: "https://c/m.m3u8" }), []);
  });
});

describe("guessFirstVariant", () => {
  const guess = (more: object): number | undefined =>
    guessFirstVariant(variants, { estimate: 5_000_000, width: 0, height: 0, ...more })?.bandwidth;

  it("stays with the rendition that plays, however its bandwidth was rounded", () => {
    assert.equal(guess({ started: 360_000 }), 350_000);
  });

  it("takes the best that the network carries, or the smallest", () => {
    assert.deepEqual(
      [5_000_000, 1_000_000, 100_000].map((estimate) => guess({ estimate })),
      [1_800_000, 900_000, 350_000],
    );
  });

  it("takes no more pixels than the element can show", () => {
    assert.equal(guess({ width: 500, height: 900 }), 900_000);
  });
});
