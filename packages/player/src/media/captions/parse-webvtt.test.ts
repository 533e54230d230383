import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { parseWebVtt, selectLines, selectNextChange } from "./parse-webvtt.js";

describe("parseWebVtt", () => {
  it("reads times and lines, with and without hours and identifiers", () => {
    const cues = parseWebVtt(
      "WEBVTT - a title\n\n1\n00:01.000 --> 00:02.500\nOne\n\n01:00:00.000 --> 01:00:01.000 line:80%\nTwo\nThree\n",
    );
    assert.deepEqual(cues, [
      { start: 1, end: 2.5, lines: ["One"] },
      { start: 3600, end: 3601, lines: ["Two", "Three"] },
    ]);
  });

  it("gives plain text where there is no more to it: entities are read, other signs stay", () => {
    const [cue] = parseWebVtt("WEBVTT\n\n00:00.000 --> 00:01.000\n<v Ada>5 &lt; 6 &amp; a &euro;\n");
    assert.deepEqual(cue?.lines, ["5 < 6 & a &euro;"]);
  });

  it("keeps looks and voices as data, and words apart from them", () => {
    const [cue] = parseWebVtt(
      "WEBVTT\n\n00:00.000 --> 00:01.000\n<v Ada>Who <i>are</i> you?</v>\n<v.loud Bo &amp; Co><b>We</b>.\n",
    );
    assert.deepEqual(cue?.lines, [
      {
        lines: [
          [
            { text: "Who ", voice: "Ada" },
            { text: "are", voice: "Ada", isItalic: true },
            { text: " you?", voice: "Ada" },
          ],
          [
            { text: "We", voice: "Bo & Co", isBold: true },
            { text: ".", voice: "Bo & Co" },
          ],
        ],
      },
    ]);
  });

  it("takes tags that nobody closes or knows, and times inside, for no more than they are", () => {
    const textOf = (words: string) =>
      JSON.stringify(parseWebVtt(`WEBVTT\n\n00:00.000 --> 00:01.000\n${words}\n`)[0]?.lines);
    assert.equal(textOf("<c.yellow>one</c> <00:00.500>two"), '["one two"]');
    assert.equal(textOf("</i>one<script>two</script>"), '["onetwo"]');
    assert.equal(textOf("<ruby>漢<rt>かん</rt></ruby>"), '["漢かん"]');
    assert.equal(textOf("1 < 2 &lt;b&gt;"), '["1 < 2 <b>"]');
    assert.equal(parseWebVtt("WEBVTT\n\n00:00.000 --> 00:01.000\n<i> </i>\n").length, 0);
  });

  it("reads where a cue stands", () => {
    const placeOf = (settings: string) => {
      const [line] = parseWebVtt(`WEBVTT\n\n00:00.000 --> 00:01.000 ${settings}\nOne\n`)[0]?.lines ?? [];
      return typeof line === "object" ? line.place : undefined;
    };
    assert.deepEqual(placeOf("line:10% position:20%,line-left size:50% align:start"), {
      line: 10,
      position: 20,
      size: 50,
      align: "start",
    });
    assert.deepEqual(placeOf("line:0"), { line: 0 });
    assert.deepEqual(placeOf("vertical:rl line:0"), { line: 0, vertical: "rl" });
    // Where the controls are, captions stand above them.
    for (const usual of ["", "line:-1", "line:90%", "align:center", "line:x size:120%", "region:fred"])
      assert.equal(placeOf(usual), undefined, usual);
    assert.deepEqual(placeOf("line:85% align:left"), { align: "left" });
  });

  it("takes any line ends and a byte order mark", () => {
    const cues = parseWebVtt("\uFEFFWEBVTT\r\n\r\n00:00.000 --> 00:01.000\r\nOne\r\n");
    assert.deepEqual(cues, [{ start: 0, end: 1, lines: ["One"] }]);
  });

  it("skips notes, styles and blocks that it cannot read", () => {
    const text = [
      "WEBVTT",
      "NOTE 00:00.000 --> 00:01.000 is a time",
      "STYLE\n::cue { color: red }",
      "0:00 --> x\nbroken",
      "00:00.000 --> 00:01.000\nOne",
    ];
    assert.deepEqual(
      parseWebVtt(text.join("\n\n")).map(({ lines }) => lines),
      [["One"]],
    );
  });

  it("reads nothing from another kind of file", () => {
    assert.deepEqual(parseWebVtt("<html>\n\n00:00.000 --> 00:01.000\nOne"), []);
    assert.deepEqual(parseWebVtt(""), []);
  });
});

describe("selectLines and selectNextChange", () => {
  const cues = [
    { start: 1, end: 3, lines: ["a"] },
    { start: 2, end: 4, lines: ["b", "c"] },
  ];

  it("shows a cue from its start until just before its end, and overlapping ones together", () => {
    assert.deepEqual(selectLines(cues, 0.99), []);
    assert.deepEqual(selectLines(cues, 1), ["a"]);
    assert.deepEqual(selectLines(cues, 2), ["a", "b", "c"]);
    assert.deepEqual(selectLines(cues, 3), ["b", "c"]);
    assert.deepEqual(selectLines(cues, 4), []);
  });

  it("knows when the lines change next", () => {
    assert.deepEqual(
      [0, 1, 2.5, 3.5, 4].map((time) => selectNextChange(cues, time)),
      [1, 2, 3, 4, undefined],
    );
  });
});
