import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { isDramaError } from "@micro-drama/protocol";
import { type ProbeReport, readFacts } from "./probe.js";

const picture = {
  index: 0,
  codec_type: "video",
  codec_name: "h264",
  width: 1080,
  height: 1920,
  r_frame_rate: "30/1",
  avg_frame_rate: "30/1",
  duration: "12.5",
};
const codeOf = (report: ProbeReport) => {
  try {
    readFacts(report, "film.mp4");
  } catch (error) {
    return isDramaError(error) ? error.code : error;
  }
  return undefined;
};

describe("readFacts", () => {
  it("turns the sides of a film that must be turned", () => {
    const turned = { ...picture, width: 1920, height: 1080, side_data_list: [{ rotation: -90 }] };
    const { width, height } = readFacts({ streams: [turned] }, "film.mp4");
    assert.deepEqual([width, height], [1080, 1920]);
  });

  it("widens pixels that are not square", () => {
    const { width } = readFacts({ streams: [{ ...picture, width: 720, sample_aspect_ratio: "16:15" }] }, "f");
    assert.equal(width, 768);
  });

  it("skips a cover picture and finds the sound", () => {
    const cover = { ...picture, codec_name: "png", disposition: { attached_pic: 1 } };
    const sound = { index: 2, codec_type: "audio", codec_name: "aac", channels: 6 };
    const facts = readFacts({ streams: [cover, { ...picture, index: 1 }, sound] }, "film.mp4");
    assert.equal(facts.videoStream, 1);
    assert.equal(facts.audioStream, 2);
  });

  it("counts from the beginning of the file when the picture begins late", () => {
    const late = { ...picture, start_time: "0.7", duration: "3" };
    assert.equal(readFacts({ streams: [late], format: { start_time: "0" } }, "f").durationSeconds, 3.7);
  });

  it("knows high dynamic range", () => {
    assert.equal(readFacts({ streams: [{ ...picture, color_transfer: "arib-std-b67" }] }, "f").hdr, "hlg");
    assert.equal(readFacts({ streams: [{ ...picture, color_transfer: "bt709" }] }, "f").hdr, undefined);
  });

  it("refuses what cannot become an episode", () => {
    assert.equal(codeOf({ streams: [{ index: 0, codec_type: "audio" }] }), "unsupported-film");
    assert.equal(codeOf({ streams: [{ ...picture, codec_tag_string: "encv" }] }), "unsupported-film");
    assert.equal(codeOf({ streams: [{ ...picture, duration: "0.96" }] }), "film-too-short");
  });
});
