import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { compare } from "./reproducible.mjs";

const build = (files) => new Map(Object.entries(files).map(([name, text]) => [name, Buffer.from(text)]));

describe("compare", () => {
  it("has nothing to say about the same bytes", () => {
    assert.deepEqual(compare(build({ "a.js": "one" }), build({ "a.js": "one" })), []);
  });

  it("names the file and the place of the first other byte", () => {
    const [problem] = compare(build({ "a.js": "built 10:00" }), build({ "a.js": "built 11:00" }));
    assert.match(
      problem,
      /^a\.js differs between two builds, first at byte 7: "built 10:00" \| "built 11:00"$/,
    );
  });

  it("sees what is longer or shorter", () => {
    assert.match(compare(build({ "a.js": "one" }), build({ "a.js": "one!" }))[0], /byte 3/);
    assert.match(compare(build({ "a.js": "one!" }), build({ "a.js": "one" }))[0], /byte 3/);
  });

  it("sees a chunk that got another name", () => {
    assert.match(compare(build({ "core-1.js": "" }), build({ "core-2.js": "" }))[0], /^core-2\.js is made/);
  });

  it("minds no file whose source is gone", () => {
    assert.deepEqual(compare(build({ "old.js": "", "a.js": "" }), build({ "a.js": "" })), []);
  });
});
