import { findBox, findBoxes, viewOf } from "./boxes.js";
import type { Track } from "./init.js";

/** When one track of a media segment is shown. Seconds. */
export interface FragmentTiming {
  readonly trackId: number;
  readonly kind: Track["kind"];
  /** Earliest presentation time. */
  readonly start: number;
  readonly duration: number;
  readonly startsWithKeyframe: boolean;
}

/** ISO/IEC 14496-12: set when a sample cannot be decoded on its own. */
const nonSyncSample = 0x0001_0000;

/** The timing of every track in a media segment, which may consist of several fragments. */
export function readTimings(segment: Uint8Array, tracks: readonly Track[]): readonly FragmentTiming[] {
  const runs = findBoxes(segment, "moof", "traf").flatMap((traf) => readTraf(traf, tracks));
  return tracks.flatMap((track) => {
    const own = runs.filter((run) => run.trackId === track.id);
    const [first] = own;
    if (!first) return [];
    const duration = own.reduce((sum, run) => sum + run.duration, 0);
    return [{ ...first, start: Math.min(...own.map((run) => run.start)), duration }];
  });
}

function readTraf(traf: Uint8Array, tracks: readonly Track[]): readonly FragmentTiming[] {
  const tfhd = findBox(traf, "tfhd");
  const tfdt = findBox(traf, "tfdt");
  const track = tracks.find((candidate) => tfhd && candidate.id === viewOf(tfhd).getUint32(4));
  if (!tfhd || !tfdt || !track) return [];
  const defaults = readDefaults(tfhd, track);
  const decodeStart = tfdt[0] === 1 ? Number(viewOf(tfdt).getBigUint64(4)) : viewOf(tfdt).getUint32(4);
  let time = decodeStart;
  let earliest = Number.POSITIVE_INFINITY;
  let firstFlags: number | undefined;
  for (const trun of findBoxes(traf, "trun")) {
    for (const sample of readSamples(trun, defaults)) {
      firstFlags ??= sample.flags;
      earliest = Math.min(earliest, time + sample.offset);
      time += sample.duration;
    }
  }
  if (firstFlags === undefined) return [];
  return [
    {
      trackId: track.id,
      kind: track.kind,
      start: earliest / track.timescale,
      duration: (time - decodeStart) / track.timescale,
      startsWithKeyframe: (firstFlags & nonSyncSample) === 0,
    },
  ];
}

interface Sample {
  readonly duration: number;
  readonly flags: number;
  /** Presentation minus decoding time, in ticks. */
  readonly offset: number;
}

function readDefaults(tfhd: Uint8Array, track: Track): Sample {
  const view = viewOf(tfhd);
  const present = view.getUint32(0);
  let at = 8 + (present & 0x1 ? 8 : 0) + (present & 0x2 ? 4 : 0);
  const duration = present & 0x8 ? view.getUint32(at) : track.defaultSampleDuration;
  at += (present & 0x8 ? 4 : 0) + (present & 0x10 ? 4 : 0);
  const flags = present & 0x20 ? view.getUint32(at) : track.defaultSampleFlags;
  return { duration, flags, offset: 0 };
}

function readSamples(trun: Uint8Array, defaults: Sample): readonly Sample[] {
  const view = viewOf(trun);
  const present = view.getUint32(0) & 0xff_ffff;
  const count = view.getUint32(4);
  let at = 8 + (present & 0x1 ? 4 : 0);
  const firstFlags = present & 0x4 ? view.getUint32(at) : undefined;
  if (present & 0x4) at += 4;
  const samples: Sample[] = [];
  for (let index = 0; index < count && at <= trun.length; index += 1) {
    const duration = present & 0x100 ? view.getUint32(at) : defaults.duration;
    if (present & 0x100) at += 4;
    if (present & 0x200) at += 4;
    const flags = present & 0x400 ? view.getUint32(at) : defaults.flags;
    if (present & 0x400) at += 4;
    // Signed in version 1; version 0 never comes near the sign bit.
    const offset = present & 0x800 ? view.getInt32(at) : 0;
    if (present & 0x800) at += 4;
    samples.push({ duration, flags: (index === 0 ? firstFlags : undefined) ?? flags, offset });
  }
  return samples;
}
