import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { codeOfStatus, createFailure } from "./media-failure.js";
import { DEFAULT_PATIENCE, mayChange, retryDelay } from "./patience.js";

describe("codeOfStatus", () => {
  it("tells a refusal, an absence and everything else apart", () => {
    const codes = [401, 402, 403, 404, 410, 500, 429, 0, undefined].map(codeOfStatus);
    assert.deepEqual(codes, [
      ...["forbidden", "forbidden", "forbidden", "not-found", "not-found"],
      ...["network", "network", "network", "network"],
    ]);
  });
});

describe("createFailure", () => {
  it("says what happened, what to do, and the detail", () => {
    const { message, retryable } = createFailure("network", "fragLoadError");
    assert.equal(
      message,
      "The video could not be loaded. Check the connection and try again. (fragLoadError)",
    );
    assert.equal(retryable, true);
    assert.equal(createFailure("unsupported").retryable, false);
  });

  it("tells no address, which may be signed", () => {
    assert.match(createFailure("network", "no https://m/t/SECRET/0.m4s here").message, /\(no … here\)$/);
  });
});

describe("patience", () => {
  it("asks again only for answers that may change", () => {
    assert.deepEqual([undefined, 0, 500, 503, 408, 425, 429].map(mayChange), Array(7).fill(true));
    assert.deepEqual([400, 401, 402, 403, 404, 410, 451].map(mayChange), Array(7).fill(false));
  });

  it("waits longer every time", () => {
    assert.deepEqual(
      [0, 1, 2].map((attempt) => retryDelay(DEFAULT_PATIENCE, attempt)),
      [500, 1000, 2000],
    );
  });
});
