import type { CaptionCue } from "./parse-webvtt.js";
import { parseWebVtt } from "./parse-webvtt.js";

/** Ticks of the clock of MPEG in a second. */
const TICKS = 90_000;

/** The clock of MPEG begins anew after so many ticks. */
const TURN = 2 ** 33;

/** True for a playlist of segments, in place of a whole file of captions. */
export function isPlaylist(text: string): boolean {
  return text.startsWith("#EXTM3U");
}

/** Absolute URLs of the segments of a media playlist, in order. */
export function readSegments(playlist: string, url: string): readonly string[] {
  const lines = playlist.split(/\r?\n/).filter((line) => line !== "" && !line.startsWith("#"));
  return lines.map((line) => new URL(line.trim(), url).href);
}

/**
 * The cues of one segment, on the clock of the film: a segment says which of its times is which moment of the stream
 * (`X-TIMESTAMP-MAP`, RFC 8216, 3.5), and 0 is 0 where it does not.
 *
 * @param streamStart the stream's own time of the film's first moment, in seconds
 */
export function parseSegment(text: string, streamStart: number): readonly CaptionCue[] {
  const head = text.split(/\r?\n\r?\n/, 1)[0] ?? "";
  const ticks = Number(/X-TIMESTAMP-MAP=.*?MPEGTS:(\d+)/.exec(head)?.[1] ?? 0);
  const [, hours = 0, minutes = 0, seconds = 0] =
    /X-TIMESTAMP-MAP=.*?LOCAL:(?:(\d+):)?(\d+):(\d+\.\d+)/.exec(head) ?? [];
  const local = Number(hours) * 3600 + Number(minutes) * 60 + Number(seconds);
  const offset = sinceStart(ticks, streamStart) - local;
  return parseWebVtt(text).map(({ start, end, lines }) => ({
    ...{ start: start + offset, end: end + offset },
    lines,
  }));
}

/** Cues that reach over several segments stand in each of them. */
export function joinCues(known: readonly CaptionCue[], more: readonly CaptionCue[]): readonly CaptionCue[] {
  const keyOf = (cue: CaptionCue): string =>
    JSON.stringify([cue.start.toFixed(2), cue.end.toFixed(2), cue.lines]);
  const keys = new Set(known.map(keyOf));
  return [...known, ...more.filter((cue) => !keys.has(keyOf(cue)))].sort((a, b) => a.start - b.start);
}

/** Seconds from the film's first moment; a clock that began anew in between is seen by the long way round. */
function sinceStart(ticks: number, streamStart: number): number {
  const difference = ticks - streamStart * TICKS;
  const turns = Math.round(difference / TURN);
  return (difference - turns * TURN) / TICKS;
}
