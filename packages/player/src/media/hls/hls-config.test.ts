import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { DEFAULT_PATIENCE } from "../patience.js";
import { bufferLimits, createHlsConfig } from "./hls-config.js";

const options = { startAt: 0, goal: "warm", memory: {}, patience: DEFAULT_PATIENCE } as const;
/** Never made here: only hls.js makes loaders. */
const loader = class {} as unknown as Parameters<typeof createHlsConfig>[0]["loader"];
const config = (more: object = {}) => createHlsConfig({ ...options, loader, ...more });

describe("createHlsConfig", () => {
  it("holds a neighbour to its first segment", () => {
    assert.equal(config().maxMaxBufferLength, 1);
    assert.equal(config({ goal: "likely" }).maxMaxBufferLength, 10);
  });

  it("starts from what the episode before has measured", () => {
    assert.equal(config({ memory: { bandwidth: 3_000_000 } }).abrEwmaDefaultEstimate, 3_000_000);
    assert.equal(config().abrEwmaDefaultEstimate, 800_000);
  });

  it("makes no controller of interstitials, whose listeners would stay on the element", () => {
    assert.equal(config().interstitialsController, undefined);
    assert.ok("interstitialsController" in config());
  });

  it("needs no worker and no test segment", () => {
    assert.deepEqual([config().enableWorker, config().testBandwidth], [false, false]);
  });

  it("asks again for segments that may still come, and not for those that were refused", () => {
    const retry = config().fragLoadPolicy?.default.errorRetry;
    const asks = (status: number, count = 0): boolean | undefined =>
      retry?.shouldRetry?.(retry, count, false, { url: "https://m/0.m4s", code: status }, false);
    assert.deepEqual(
      [503, 0, 429].map((status) => asks(status)),
      [true, true, true],
    );
    assert.deepEqual(
      [401, 402, 403, 404].map((status) => asks(status)),
      [false, false, false, false],
    );
    assert.equal(asks(503, DEFAULT_PATIENCE.errorRetries), false);
  });
});

describe("bufferLimits", () => {
  const ahead = (watched: number, bandwidth?: number): number =>
    bufferLimits("watched", { watched, bandwidth, bitrate: 1_000_000 }).maxMaxBufferLength;

  it("holds little until a viewer has stayed for five seconds, and more and more after", () => {
    assert.deepEqual([ahead(0), ahead(4.9), ahead(5), ahead(9), ahead(40)], [3, 3, 10, 18, 30]);
  });

  it("holds less where the network is fast, and saves nothing where it is scarce", () => {
    assert.deepEqual([ahead(0, 2_000_000), ahead(0, 1_900_000), ahead(0, 1_400_000)], [1.5, 3, 30]);
    assert.equal(ahead(9, 9_000_000), 18);
  });
});
