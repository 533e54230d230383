import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { mergeWords } from "./merge-words.js";

describe("mergeWords", () => {
  const below = { play: "Play", gate: { code: "Gift code", declined: { cancelled: "Cancelled." } } };

  it("takes what there is, in groups within groups too, and keeps the rest", () => {
    const merged = mergeWords(below, { gate: { declined: { cancelled: "Annulé." } } });
    assert.deepEqual(merged, {
      play: "Play",
      gate: { code: "Gift code", declined: { cancelled: "Annulé." } },
    });
  });

  it("takes nothing for an answer where a word is not there, and changes neither", () => {
    assert.deepEqual(mergeWords(below, { play: undefined }), below);
    assert.deepEqual(mergeWords(below, undefined), below);
    assert.equal(below.gate.declined.cancelled, "Cancelled.");
  });
});
