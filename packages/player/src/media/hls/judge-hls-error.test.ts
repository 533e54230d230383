import assert from "node:assert/strict";
import { describe, it } from "node:test";
import type { ErrorData } from "hls.js";
import type { HlsVerdict } from "./judge-hls-error.js";
import { judgeHlsError } from "./judge-hls-error.js";

/** hls.js' enums are strings at run time; the test writes them as such. */
function judge(type: string, details: string, more: { fatal?: boolean; status?: number } = {}): HlsVerdict {
  const { fatal = true, status } = more;
  const response = status === undefined ? undefined : { url: "https://m/0.m4s", code: status };
  return judgeHlsError({ type, details, fatal, response } as ErrorData);
}

describe("judgeHlsError", () => {
  it("leaves to hls.js what it mends itself", () => {
    assert.equal(judge("networkError", "fragLoadError", { fatal: false, status: 500 }), "ignore");
    // Expected after one instance has taken over the media of another.
    assert.equal(judge("mediaError", "bufferAppendNoProgress", { fatal: false }), "ignore");
  });

  it("stops at a refusal before hls.js has tried every rendition", () => {
    for (const status of [401, 402, 403]) {
      assert.equal(judge("networkError", "fragLoadError", { fatal: false, status }), "forbidden");
    }
  });

  it("tells the network's failures from the media's", () => {
    assert.equal(judge("networkError", "fragLoadError", { status: 404 }), "network");
    assert.equal(judge("networkError", "levelLoadTimeOut"), "network");
    assert.equal(judge("mediaError", "bufferAppendError"), "recover");
    // WebKit says so once in a while of media that it plays the next moment.
    assert.equal(judge("mediaError", "bufferAddCodecError"), "recover");
    assert.equal(judge("otherError", "internalException"), "decode");
  });

  it("does not try again what this browser cannot play", () => {
    assert.equal(judge("mediaError", "manifestIncompatibleCodecsError"), "unsupported");
    assert.equal(judge("networkError", "manifestParsingError"), "unsupported");
    assert.equal(judge("keySystemError", "keySystemNoAccess"), "unsupported");
  });
});
