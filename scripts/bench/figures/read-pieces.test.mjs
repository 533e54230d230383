import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { parseSegments, parseVariants } from "./read-pieces.mjs";

describe("parseVariants", () => {
  it("takes the lines that are no tags", () => {
    assert.deepEqual(parseVariants("#EXTM3U\n#EXT-X-STREAM-INF:BANDWIDTH=1\nlow.m3u8\n\nhigh.m3u8\r\n"), [
      "low.m3u8",
      "high.m3u8",
    ]);
  });
});

describe("parseSegments", () => {
  it("adds the durations up", () => {
    const text =
      '#EXTM3U\n#EXT-X-MAP:URI="init.mp4"\n#EXTINF:1,\n0.m4s\n#EXTINF:2.5,\n1.m4s\n#EXT-X-ENDLIST\n';
    assert.deepEqual(parseSegments(text), [
      { uri: "0.m4s", from: 0, to: 1 },
      { uri: "1.m4s", from: 1, to: 3.5 },
    ]);
  });

  it("reads byte ranges, with and without their offset", () => {
    const text = "#EXTINF:1,\n#EXT-X-BYTERANGE:100@50\nall.mp4\n#EXTINF:1,\n#EXT-X-BYTERANGE:30\nall.mp4\n";
    assert.deepEqual(
      parseSegments(text).map(({ range }) => range),
      [
        { offset: 50, length: 100 },
        { offset: 150, length: 30 },
      ],
    );
  });
});
