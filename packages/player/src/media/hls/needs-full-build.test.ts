import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { needsFullBuild } from "./needs-full-build.js";

const playlist = (...lines: string[]): string => ["#EXTM3U", ...lines, ""].join("\n");
const VARIANT = '#EXT-X-STREAM-INF:BANDWIDTH=400000,CODECS="avc1.4d401f,mp4a.40.2"\nlow.m3u8';

describe("needsFullBuild", () => {
  const cases: readonly (readonly [string, boolean, string])[] = [
    ["muxed sound and picture", false, playlist(VARIANT)],
    [
      "sound in its own playlist, whatever the order of attributes",
      true,
      playlist('#EXT-X-MEDIA:URI="a.m3u8",GROUP-ID="a",NAME="en",TYPE=AUDIO', VARIANT),
    ],
    ["a name for muxed sound", false, playlist('#EXT-X-MEDIA:TYPE=AUDIO,GROUP-ID="a",NAME="en"', VARIANT)],
    [
      "subtitles, which are ours",
      false,
      playlist('#EXT-X-MEDIA:TYPE=SUBTITLES,GROUP-ID="s",NAME="en",URI="s.m3u8"', VARIANT),
    ],
    [
      "captions inside the picture, which nobody draws",
      false,
      playlist('#EXT-X-MEDIA:TYPE=CLOSED-CAPTIONS,GROUP-ID="c",NAME="en",INSTREAM-ID="CC1"', VARIANT),
    ],
    ["DRM", true, playlist('#EXT-X-SESSION-KEY:METHOD=SAMPLE-AES-CTR,URI="skd://1"', VARIANT)],
    ["AES-128", false, playlist('#EXT-X-SESSION-KEY:METHOD=AES-128,URI="key"', VARIANT)],
    ["variables", true, playlist('#EXT-X-DEFINE:QUERYPARAM="t"', VARIANT)],
    ["HEVC", true, playlist('#EXT-X-STREAM-INF:BANDWIDTH=1,CODECS="hvc1.1.6.L93.B0,mp4a.40.2"', "a.m3u8")],
    ["a single media playlist", false, playlist("#EXT-X-TARGETDURATION:2", "#EXTINF:2,", "0.ts")],
  ];
  for (const [name, expected, text] of cases) {
    it(`${expected ? "asks for the full build" : "is content with light"}: ${name}`, () => {
      assert.equal(needsFullBuild(text), expected);
    });
  }
});
