import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { readSubtitleRenditions } from "./read-subtitle-renditions.js";
import { joinCues, parseSegment, readSegments } from "./subtitle-segments.js";

const cue = (from: string, to: string, text: string): string => `${from} --> ${to}\n${text}\n`;
const segment = (map: string, ...cues: readonly string[]): string =>
  `WEBVTT\n${map ? `X-TIMESTAMP-MAP=${map}\n` : ""}\n${cues.join("\n")}`;
const times = (text: string, streamStart = 0) =>
  parseSegment(text, streamStart).map(({ start, end }) => [Number(start.toFixed(3)), Number(end.toFixed(3))]);

describe("a segment of subtitles", () => {
  const words = cue("00:01.000", "00:02.500", "Hello");

  it("is on the clock of the film where the stream begins at 0", () => {
    assert.deepEqual(times(segment("MPEGTS:0,LOCAL:00:00:00.000", words)), [[1, 2.5]]);
    assert.deepEqual(times(segment("", words)), [[1, 2.5]]);
  });

  it("is moved to where the stream begins", () => {
    assert.deepEqual(times(segment("MPEGTS:900000,LOCAL:00:00:00.000", words), 10), [[1, 2.5]]);
    assert.deepEqual(times(segment("LOCAL:00:00:00.000,MPEGTS:1080000", words), 10), [[3, 4.5]]);
  });

  it("may count from its own beginning", () => {
    const later = cue("01:00:01.000", "01:00:02.000", "Hello");
    assert.deepEqual(times(segment("MPEGTS:360000,LOCAL:01:00:00.000", later)), [[5, 6]]);
    assert.deepEqual(times(segment("MPEGTS:360000,LOCAL:00:01.000", words)), [[4, 5.5]]);
  });

  it("bears that the clock of MPEG begins anew", () => {
    const start = (2 ** 33 - 90_000) / 90_000;
    assert.deepEqual(times(segment("MPEGTS:90000,LOCAL:00:00:00.000", words), start), [[3, 4.5]]);
  });

  it("repeats cues that reach into the next one: they are shown once", () => {
    const first = parseSegment(segment("", words, cue("00:03.000", "00:05.000", "Over both")), 0);
    const second = parseSegment(
      segment("", cue("00:03.000", "00:05.000", "Over both"), cue("00:06.000", "00:07.000", "End")),
      0,
    );
    const joined = joinCues(first, second).map(({ lines }) => lines);
    assert.deepEqual(joined, [["Hello"], ["Over both"], ["End"]]);
  });
});

describe("a playlist of subtitles", () => {
  it("names its segments, relative to itself", () => {
    const playlist = "#EXTM3U\n#EXTINF:4,\n0.vtt\n#EXTINF:4,\r\n/s/1.vtt?t=a\n#EXT-X-ENDLIST\n";
    assert.deepEqual(readSegments(playlist, "https://m.example/subs/en.m3u8?t=b"), [
      "https://m.example/subs/0.vtt",
      "https://m.example/s/1.vtt?t=a",
    ]);
  });
});

describe("the subtitles that a stream names", () => {
  const read = (...lines: readonly string[]) =>
    readSubtitleRenditions({ text: ["#EXTM3U", ...lines].join("\n"), url: "https://m.example/e1/main.m3u8" });

  it("are tracks with their language, their name and an absolute address", () => {
    const line =
      '#EXT-X-MEDIA:URI="s/en.m3u8",TYPE=SUBTITLES,GROUP-ID="s",NAME="English, US",LANGUAGE="en-US"';
    assert.deepEqual(read(line), [
      { lang: "en-US", label: "English, US", url: "https://m.example/e1/s/en.m3u8" },
    ]);
  });

  it("leave out forced ones, those without a language, and other groups of the same", () => {
    const of = (more: string) => `#EXT-X-MEDIA:TYPE=SUBTITLES,NAME="N",${more}`;
    const found = read(
      of('GROUP-ID="a",LANGUAGE="en",FORCED=YES,URI="forced.m3u8"'),
      of('GROUP-ID="a",URI="nameless.m3u8"'),
      of('GROUP-ID="a",LANGUAGE="en",URI="a.m3u8"'),
      of('GROUP-ID="b",LANGUAGE="en",URI="b.m3u8"'),
      '#EXT-X-MEDIA:TYPE=AUDIO,GROUP-ID="c",NAME="N",LANGUAGE="fr",URI="sound.m3u8"',
    );
    assert.deepEqual(
      found.map(({ url }) => url),
      ["https://m.example/e1/a.m3u8"],
    );
  });
});
