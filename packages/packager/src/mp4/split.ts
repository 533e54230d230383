import { readBoxes } from "./boxes.js";

/** A fragmented MP4 cut into what HLS serves. */
export interface SplitFile {
  readonly init: Uint8Array;
  /** One per fragment, each `moof` + `mdat`. */
  readonly segments: readonly Uint8Array[];
}

/**
 * Cuts a fragmented MP4 into its initialisation segment and one media segment per fragment.
 * Our own cut rather than ffmpeg's HLS muxer: that one cannot make the first segment shorter in a
 * playlist that keeps all segments, and it writes edit lists.
 */
export function splitFragments(file: Uint8Array): SplitFile {
  const boxes = readBoxes(file);
  const starts = boxes.filter((box) => box.type === "moof").map((box) => box.start);
  const lastData = boxes.filter((box) => box.type === "mdat").at(-1);
  const end = lastData ? lastData.start + lastData.size : file.length;
  return {
    init: file.subarray(0, starts[0] ?? file.length),
    segments: starts.map((start, index) => file.subarray(start, starts[index + 1] ?? end)),
  };
}
