import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { codecOf } from "./codecs.js";

const text = (value: string) => [...value].map((character) => character.charCodeAt(0));
const box = (type: string, ...body: number[]) => [0, 0, 0, body.length + 8, ...text(type), ...body];
const stsd = (entry: number[]) => Uint8Array.from([0, 0, 0, 0, 0, 0, 0, 1, ...entry]);
const zeros = (count: number) => new Array<number>(count).fill(0);

describe("codecOf", () => {
  it("spells profile, constraints and level of H.264", () => {
    const entry = box("avc1", ...zeros(78), ...box("avcC", 1, 0x64, 0x00, 0x1e, 0xff));
    assert.equal(codecOf(stsd(entry)), "avc1.64001e");
  });

  it("spells the object type of AAC, through long and short descriptor lengths", () => {
    const config = [0x05, 2, 0x11, 0x90];
    const decoder = [0x04, 13 + config.length, 0x40, ...zeros(12), ...config];
    const stream = [0x03, 0x80, 0x80, 0x80, 3 + decoder.length, 0, 1, 0, ...decoder];
    const entry = box("mp4a", ...zeros(28), ...box("esds", 0, 0, 0, 0, ...stream));
    assert.equal(codecOf(stsd(entry)), "mp4a.40.2");
  });

  it("names other formats by their four characters", () => {
    assert.equal(codecOf(stsd(box("Opus", ...zeros(28)))), "Opus");
    assert.equal(codecOf(stsd([])), undefined);
  });
});
