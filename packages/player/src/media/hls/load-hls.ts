import type Hls from "hls.js";

/** `light` has no alternate audio, no in-stream subtitles and no DRM. */
export type HlsBuild = "light" | "full";

/** The class of hls.js. */
export type HlsClass = typeof Hls;

const loaded = new Map<HlsBuild, Promise<HlsClass>>();

/**
 * Brings a build of hls.js, once. This is the only file that imports it.
 *
 * @throws whatever `import()` throws when the file cannot be had; the next call tries again
 */
export function loadHls(build: HlsBuild): Promise<HlsClass> {
  const known = loaded.get(build);
  if (known) return known;
  const module = build === "light" ? import("hls.js/light") : import("hls.js");
  const promise = module.then((exports) => exports.default);
  promise.catch(() => loaded.delete(build));
  loaded.set(build, promise);
  return promise;
}
