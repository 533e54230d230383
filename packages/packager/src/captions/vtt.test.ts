import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { checkVtt, lastCueEnd, normaliseVtt } from "./vtt.js";

describe("checkVtt", () => {
  it("is content with ids, settings, notes and short times", () => {
    const text = "WEBVTT - title\n\nNOTE hello\n\nfirst\n00:01.000 --> 00:02.000 align:start line:0\nHi\n";
    assert.deepEqual(checkVtt(text), []);
  });

  it("names the line", () => {
    assert.deepEqual(
      checkVtt("1\n00:00:01,000 --> 00:00:02,000\nHi\n")[0]?.message,
      "does not begin with WEBVTT",
    );
    assert.equal(checkVtt("WEBVTT\n\n00:00:01,000 --> 00:00:02.000\nHi")[0]?.line, 3);
    assert.match(
      checkVtt("WEBVTT\n\n00:02.000 --> 00:01.000\nHi")[0]?.message ?? "",
      /ends before it begins/,
    );
    assert.equal(checkVtt("WEBVTT\n\njust words")[0]?.message, "has no cue");
    assert.equal(checkVtt("WEBVTTX\n\n00:01.000 --> 00:02.000\nHi")[0]?.line, 1);
  });
});

describe("lastCueEnd", () => {
  it("is the latest end, in seconds", () => {
    assert.equal(
      lastCueEnd("WEBVTT\n\n01:00:01.500 --> 01:00:02.250\nA\n\n00:01.000 --> 00:02.000\nB"),
      3602.25,
    );
    assert.equal(lastCueEnd("WEBVTT"), 0);
  });
});

describe("normaliseVtt", () => {
  it("drops the byte order mark and other systems' line ends", () => {
    assert.equal(normaliseVtt("\uFEFFWEBVTT\r\n\r\n\r\n"), "WEBVTT\n");
  });
});
