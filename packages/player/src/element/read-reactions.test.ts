import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { readReactions } from "./read-reactions.js";

describe("what a page says of a viewer's reactions", () => {
  it("is read, with what the page keeps and nothing else", () => {
    assert.deepEqual(readReactions({ likes: ["e1"], follows: false, rating: 5 }), {
      likes: ["e1"],
      follows: false,
    });
    assert.deepEqual(readReactions({ follows: true }), { follows: true });
    assert.deepEqual(readReactions({}), {});
  });

  it("names the field that is wrong, and what stands there", () => {
    assert.throws(() => readReactions(null), /the answer must be an object, but is null/);
    assert.throws(() => readReactions({ likes: "e1" }), /likes must be an array of episode ids, but is "e1"/);
    assert.throws(() => readReactions({ likes: [1] }), /likes must be an array/);
    assert.throws(() => readReactions({ follows: "yes" }), /follows must be true or false, but is "yes"/);
  });
});
