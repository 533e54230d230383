import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { createProgress } from "./progress.mjs";

describe("createProgress", () => {
  it("writes plain lines where nobody watches, and hands the result on", async () => {
    const stream = createStream();
    const { step } = createProgress({ stream });
    assert.equal(await step("Building", () => 42), 42);
    assert.deepEqual(stream.text.split("\n"), ["  … Building", "  ✓ Building", ""]);
  });

  it("ends a line with the words that the step answers", async () => {
    const stream = createStream();
    await createProgress({ stream }).step("The page answers", () => "http://localhost:4400/");
    assert.match(stream.text, /✓ The page answers: http:\/\/localhost:4400\/\n$/);
  });

  it("marks a step that fails and passes its error on", async () => {
    const stream = createStream();
    const failing = createProgress({ stream }).step("Building", () => Promise.reject(new Error("no")));
    await assert.rejects(failing, { message: "no" });
    assert.match(stream.text, /✗ Building\n$/);
  });

  it("redraws one line on a terminal, and leaves nothing of it behind", async () => {
    const stream = createStream({ isTTY: true, columns: 80 });
    await createProgress({ stream }).step("Building", () => {});
    assert.equal(stream.text.split("\r\x1b[K").at(-1), "  ✓ Building\n");
    assert.equal(stream.text.split("\n").length, 2);
  });
});

function createStream(terminal = {}) {
  return {
    ...terminal,
    text: "",
    write(words) {
      this.text += words;
    },
  };
}
