import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { srtToVtt } from "./srt.js";

describe("srtToVtt", () => {
  it("keeps times, line breaks and emphasis, and drops the rest", () => {
    const srt =
      '1\r\n00:00:01,500 --> 00:00:03,250\r\n{\\an8}<i>Who\'s</i> there?\r\n<font color="red">Rose & Tom</font>\r\n\r\n' +
      "2\r\n01:02:03,4 --> 01:02:05,678 X1:0 X2:9\r\n- Me.\r\n";
    assert.equal(
      srtToVtt(srt),
      "WEBVTT\n\n00:00:01.500 --> 00:00:03.250\n<i>Who's</i> there?\nRose &amp; Tom\n\n" +
        "01:02:03.400 --> 01:02:05.678\n- Me.\n",
    );
  });

  it("takes cues without counter, with dots, and with empty lines between", () => {
    assert.equal(
      srtToVtt("\n\n00:00:00.000 --> 00:00:01.000\nOne\n\n\n\nstray words\n"),
      "WEBVTT\n\n00:00:00.000 --> 00:00:01.000\nOne\n",
    );
  });

  it("does not let text become a tag or a timing", () => {
    const vtt = srtToVtt("1\n00:00:00,000 --> 00:00:01,000\n2 < 3 --> yes\n");
    assert.match(vtt, /2 &lt; 3 → yes/);
  });

  it("leaves out cues without words", () => {
    assert.equal(srtToVtt("1\n00:00:00,000 --> 00:00:01,000\n\n"), "WEBVTT\n");
  });
});
