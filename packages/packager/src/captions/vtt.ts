const timing =
  /^((?:\d{2,}:)?[0-5]\d:[0-5]\d\.\d{3})[ \t]+-->[ \t]+((?:\d{2,}:)?[0-5]\d:[0-5]\d\.\d{3})(?:[ \t].*)?$/;

/** Something that is wrong in a WebVTT file. */
export interface VttProblem {
  /** 1-based. */
  readonly line: number;
  readonly message: string;
}

/** Same text with `\n` line ends and without a byte order mark. */
export function normaliseVtt(text: string): string {
  return `${text
    .replace(/^\uFEFF/, "")
    .replace(/\r\n?/g, "\n")
    .trimEnd()}\n`;
}

/** What a browser would refuse in a WebVTT file, or read differently than meant. Empty: nothing. */
export function checkVtt(text: string): readonly VttProblem[] {
  const lines = normaliseVtt(text).split("\n");
  if (!/^WEBVTT(?:[ \t]|$)/.test(lines[0] ?? "")) {
    return [{ line: 1, message: "does not begin with WEBVTT" }];
  }
  const timed = [...lines.entries()].filter(([, line]) => line.includes("-->"));
  if (timed.length === 0) return [{ line: 1, message: "has no cue" }];
  return timed.flatMap(([index, line]) => {
    const match = timing.exec(line.trim());
    if (!match) return [{ line: index + 1, message: `"${line.trim()}" is no cue timing` }];
    if (secondsOf(match[1]) < secondsOf(match[2])) return [];
    return [{ line: index + 1, message: "the cue ends before it begins" }];
  });
}

/** When the last cue ends, in seconds; 0 without cues. */
export function lastCueEnd(text: string): number {
  const ends = normaliseVtt(text)
    .split("\n")
    .map((line) => secondsOf(timing.exec(line.trim())?.[2]));
  return Math.max(0, ...ends);
}

function secondsOf(time: string | undefined): number {
  if (!time) return 0;
  return time.split(":").reduce((sum, part) => sum * 60 + Number(part), 0);
}
