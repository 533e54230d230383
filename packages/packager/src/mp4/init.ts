import { findBox, findBoxes, viewOf } from "./boxes.js";
import { codecOf } from "./codecs.js";

/** One track of an initialisation segment. */
export interface Track {
  readonly id: number;
  readonly kind: "video" | "audio" | "other";
  /** Ticks per second. */
  readonly timescale: number;
  /** RFC 6381. */
  readonly codec: string;
  /** Pixels; 0 for sound. */
  readonly width: number;
  readonly height: number;
  /** Ticks per sample where a fragment does not say. */
  readonly defaultSampleDuration: number;
  readonly defaultSampleFlags: number;
}

/** The tracks that an initialisation segment announces; empty when it is none. */
export function readInit(bytes: Uint8Array): readonly Track[] {
  const moov = findBox(bytes, "moov");
  if (!moov) return [];
  const defaults = new Map(
    findBoxes(moov, "mvex", "trex").map((trex) => {
      const view = viewOf(trex);
      return [view.getUint32(4), { duration: view.getUint32(12), flags: view.getUint32(20) }];
    }),
  );
  return findBoxes(moov, "trak").flatMap((trak) => readTrack(trak, defaults));
}

function readTrack(
  trak: Uint8Array,
  defaults: Map<number, { duration: number; flags: number }>,
): readonly Track[] {
  const tkhd = findBox(trak, "tkhd");
  const mdhd = findBox(trak, "mdia", "mdhd");
  const hdlr = findBox(trak, "mdia", "hdlr");
  const stsd = findBox(trak, "mdia", "minf", "stbl", "stsd");
  if (!tkhd || !mdhd || !hdlr || !stsd) return [];
  const id = viewOf(tkhd).getUint32(tkhd[0] === 1 ? 20 : 12);
  const handler = String.fromCharCode(...hdlr.subarray(8, 12));
  return [
    {
      id,
      kind: handler === "vide" ? "video" : handler === "soun" ? "audio" : "other",
      timescale: viewOf(mdhd).getUint32(mdhd[0] === 1 ? 20 : 12),
      codec: codecOf(stsd) ?? "",
      // Width and height close the header as 16.16 fixed point.
      width: viewOf(tkhd).getUint16(tkhd.length - 8),
      height: viewOf(tkhd).getUint16(tkhd.length - 4),
      defaultSampleDuration: defaults.get(id)?.duration ?? 0,
      defaultSampleFlags: defaults.get(id)?.flags ?? 0,
    },
  ];
}

/** The tracks' codecs as one string, picture first, as playlists and `start` descriptors carry it. */
export function codecsOf(tracks: readonly Track[]): string {
  const order = { video: 0, audio: 1, other: 2 };
  return [...tracks]
    .filter((track) => track.kind !== "other")
    .sort((a, b) => order[a.kind] - order[b.kind])
    .map((track) => track.codec)
    .join(",");
}
