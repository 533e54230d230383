import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { whyStale } from "./dependencies.mjs";

const LOCKFILE = {
  packages: {
    "": { name: "root" },
    "packages/sdk": { version: "0.0.0" },
    "node_modules/lit": { version: "3.3.3" },
    "node_modules/a/node_modules/b": { version: "2.0.0" },
    "node_modules/only-elsewhere": { version: "1.0.0", optional: true },
  },
};

const installed = (changes) => ({
  packages: {
    "node_modules/lit": { version: "3.3.3" },
    "node_modules/a/node_modules/b": { version: "2.0.0" },
    ...changes,
  },
});

describe("whyStale", () => {
  it("is satisfied when every locked package is there, optional ones of other platforms apart", () => {
    assert.equal(whyStale(LOCKFILE, installed({})), undefined);
  });

  it("names what is missing or of another version", () => {
    assert.equal(whyStale(LOCKFILE, undefined), "node_modules is missing");
    assert.equal(
      whyStale(LOCKFILE, installed({ "node_modules/a/node_modules/b": undefined })),
      "b is missing",
    );
    assert.equal(
      whyStale(LOCKFILE, installed({ "node_modules/lit": { version: "3.2.0" } })),
      "lit should be 3.3.3",
    );
  });
});
