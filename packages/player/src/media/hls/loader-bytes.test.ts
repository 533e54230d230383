import assert from "node:assert/strict";
import { describe, it } from "node:test";
import type { FragmentLoaderContext, LoaderContext } from "hls.js";
import { isReused, sourceOf, toFetchedBytes, writeStats } from "./loader-bytes.js";

const newStats = () => ({
  ...{ aborted: false, loaded: 0, retry: 0, total: 0, chunkCount: 0, bwEstimate: 0 },
  loading: { start: 0, first: 0, end: 0 },
  parsing: { start: 0, end: 0 },
  buffering: { start: 0, first: 0, end: 0 },
});

describe("sourceOf", () => {
  it("names a file and a part of a file as the byte store does", () => {
    const context = (more: object): LoaderContext =>
      ({ url: "/a", responseType: "", ...more }) as LoaderContext;
    assert.deepEqual(sourceOf(context({})), { url: "/a" });
    assert.deepEqual(sourceOf(context({ rangeStart: 100, rangeEnd: 150 })), {
      url: "/a",
      byteRange: { offset: 100, length: 50 },
    });
  });
});

describe("isReused", () => {
  const fragment = (sn: number | "initSegment", start: number): LoaderContext =>
    ({ url: "/a", responseType: "arraybuffer", frag: { sn, start } }) as unknown as FragmentLoaderContext;

  it("is true of playlists, init and first segments, and of no key and nothing in the middle", () => {
    assert.equal(isReused({ url: "/a.m3u8", responseType: "text" } as LoaderContext), true);
    assert.equal(isReused(fragment("initSegment", 6)), true);
    assert.equal(isReused(fragment(0, 0)), true);
    assert.equal(isReused(fragment(1, 1)), false);
    assert.equal(isReused({ ...fragment(0, 0), type: "key" } as LoaderContext), false);
  });
});

describe("writeStats", () => {
  it("says of bytes from memory how long the network took for them", () => {
    const stats = newStats();
    const timing = { requestedAt: 1000, firstByteAt: 1060, endAt: 1100 };
    writeStats(stats, { data: new ArrayBuffer(50), url: "/a", status: 200, timing }, 9000);
    assert.deepEqual(stats.loading, { start: 8900, first: 8960, end: 9000 });
    assert.deepEqual([stats.loaded, stats.total], [50, 50]);
  });

  it("gives back the times that hls.js' own loader took", () => {
    const stats = { ...newStats(), loading: { start: 10, first: 20, end: 40 } };
    const fetched = toFetchedBytes({ url: "/a.m3u8", data: "#EXTM3U", code: 200 }, stats);
    assert.equal(new TextDecoder().decode(fetched.data), "#EXTM3U");
    const again = newStats();
    writeStats(again, fetched, 40);
    assert.deepEqual(again.loading, stats.loading);
  });
});
