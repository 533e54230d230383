import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { readPlaylist } from "./read-playlist.js";
import { writeMediaPlaylist, writeMultivariantPlaylist } from "./write-playlists.js";

const base = "https://cdn.test/s/e01/main.m3u8";

describe("writeMediaPlaylist", () => {
  it("is read back as it was meant", () => {
    const segments = [
      { url: "0.m4s", duration: 1 },
      { url: "1.m4s", duration: 2.002 },
    ];
    const text = writeMediaPlaylist({ init: "init.mp4", segments });
    assert.match(text, /^#EXTM3U\n#EXT-X-VERSION:7\n#EXT-X-TARGETDURATION:2\n/);
    const playlist = readPlaylist(text, base);
    assert.ok(playlist?.kind === "media");
    assert.equal(playlist.init?.url, "https://cdn.test/s/e01/init.mp4");
    assert.deepEqual(playlist.segments.at(-1), { url: "https://cdn.test/s/e01/1.m4s", duration: 2.002 });
    assert.equal(playlist.isEnded, true);
  });
});

describe("writeMultivariantPlaylist", () => {
  it("carries everything by which players choose", () => {
    const bandwidth = { peak: 420_000, average: 380_000 };
    const codecs = "avc1.64001e,mp4a.40.2";
    const variant = {
      url: "360/playlist.m3u8",
      bandwidth,
      codecs,
      width: 360,
      height: 640,
      frameRate: 30_000 / 1001,
    };
    const text = writeMultivariantPlaylist([variant]);
    assert.match(
      text,
      /BANDWIDTH=420000,AVERAGE-BANDWIDTH=380000,CODECS="avc1.64001e,mp4a.40.2",RESOLUTION=360x640,FRAME-RATE=29.970\n360\/playlist.m3u8\n$/,
    );
    const playlist = readPlaylist(text, base);
    assert.ok(playlist?.kind === "multivariant");
    const [read] = playlist.variants;
    assert.deepEqual(read, {
      url: "https://cdn.test/s/e01/360/playlist.m3u8",
      bandwidth: 420_000,
      codecs,
      resolution: "360x640",
    });
  });
});

describe("readPlaylist", () => {
  it("reads byte ranges, with and without an offset", () => {
    const text =
      '#EXTM3U\n#EXT-X-TARGETDURATION:2\n#EXT-X-MAP:URI="f.mp4",BYTERANGE="700@0"\n#EXTINF:1,\n' +
      "#EXT-X-BYTERANGE:100@700\nf.mp4\n#EXTINF:2,\n#EXT-X-BYTERANGE:300\nf.mp4\n";
    const playlist = readPlaylist(text, base);
    assert.ok(playlist?.kind === "media");
    assert.deepEqual(playlist.init?.byteRange, { offset: 0, length: 700 });
    assert.deepEqual(
      playlist.segments.map(({ byteRange }) => byteRange),
      [
        { offset: 700, length: 100 },
        { offset: 800, length: 300 },
      ],
    );
    assert.equal(playlist.isEnded, false);
  });

  it("refuses what is no playlist", () => {
    assert.equal(readPlaylist("<!doctype html>", base), undefined);
  });
});
