/// <reference path="../hls/hls-light.d.ts" />
import Hls from "hls.js";
import HlsLight from "hls.js/light";

/** Counts the hls.js instances that are alive: made (by their `loadSource`) and not destroyed. */
export interface HlsCount {
  readonly live: number;
  readonly most: number;
  readonly made: number;
}

/** Begins to count; the classes stay wrapped for the rest of the page. */
export function countHls(): HlsCount {
  const alive = new Set<object>();
  const count = { live: 0, most: 0, made: 0 };
  for (const { prototype } of [Hls, HlsLight]) {
    const { loadSource, destroy } = prototype;
    prototype.loadSource = function (url) {
      alive.add(this);
      count.made += 1;
      count.live = alive.size;
      count.most = Math.max(count.most, count.live);
      loadSource.call(this, url);
    };
    prototype.destroy = function () {
      alive.delete(this);
      count.live = alive.size;
      destroy.call(this);
    };
  }
  return count;
}
