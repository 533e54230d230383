import assert from "node:assert/strict";
import { afterEach, describe, it } from "node:test";
import { parseCaptionStyle, toCaptionVars } from "./caption-style.js";
import {
  captionStyle,
  rememberCaptionStyle,
  resetCaptionStyle,
  setCaptionStyle,
} from "./caption-style-store.js";

describe("parseCaptionStyle", () => {
  it("takes what it knows and nothing else, whatever a device had kept", () => {
    assert.deepEqual(parseCaptionStyle({ size: "large", color: "url(x)", edge: 3, more: true }), {
      size: "large",
    });
    for (const nothing of [undefined, null, "large", 7, []]) assert.deepEqual(parseCaptionStyle(nothing), {});
  });
});

describe("toCaptionVars", () => {
  it("leaves to the page what the viewer did not choose", () => {
    const vars = toCaptionVars({ color: "yellow" });
    assert.deepEqual([vars["--caption-color"], vars["--caption-scale"]], ["#ffe94a", null]);
  });
});

describe("the viewer's style", () => {
  afterEach(resetCaptionStyle);

  it("is kept once it may be, and read by the next visit", () => {
    const kept: unknown[] = [{ edge: "outline", size: "vast" }];
    setCaptionStyle({ size: "small" });
    rememberCaptionStyle({ read: () => kept.at(-1), write: (style) => kept.push(style) });
    assert.deepEqual(captionStyle(), { edge: "outline", size: "small" });
    setCaptionStyle({ color: "cyan" });
    assert.deepEqual(kept.at(-1), { edge: "outline", size: "small", color: "cyan" });
    resetCaptionStyle();
    assert.deepEqual([captionStyle(), kept.at(-1)], [{}, {}]);
  });
});
