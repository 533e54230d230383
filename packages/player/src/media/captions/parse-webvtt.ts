/** Text to show from `start` until `end`, in seconds. */
export interface CaptionCue {
  readonly start: number;
  readonly end: number;
  /** Plain text, without markup. */
  readonly lines: readonly string[];
}

const TIMING = /^\s*((?:\d+:)?\d{2}:\d{2}\.\d{3})[ \t]+-->[ \t]+((?:\d+:)?\d{2}:\d{2}\.\d{3})/;

const ENTITIES: Readonly<Record<string, string>> = {
  "&amp;": "&",
  "&lt;": "<",
  "&gt;": ">",
  "&nbsp;": "\u00a0",
  "&lrm;": "\u200e",
  "&rlm;": "\u200f",
};

/**
 * Reads WebVTT (https://www.w3.org/TR/webvtt1/) as far as captions of an episode need it: times and plain text.
 * Positions, styles, regions and markup are left out, because the player shows all captions in one place of its own.
 * The browser's `<track>` is not used: it needs the host page's CSP and gives markup. Never throws; blocks that it
 * cannot read are skipped.
 */
export function parseWebVtt(text: string): readonly CaptionCue[] {
  const blocks = text
    .replace(/^\uFEFF/, "")
    .replace(/\r\n?/g, "\n")
    .split(/\n{2,}/);
  if (!/^WEBVTT(?=[ \t\n]|$)/.test(blocks[0] ?? "")) return [];
  return blocks
    .map(parseBlock)
    .filter((cue) => cue !== undefined)
    .sort((a, b) => a.start - b.start);
}

/** The lines of all cues that cover a moment, in the order in which they began. */
export function selectLines(cues: readonly CaptionCue[], seconds: number): readonly string[] {
  return cues.filter(({ start, end }) => start <= seconds && seconds < end).flatMap(({ lines }) => lines);
}

/** When the lines will change next; undefined after the last cue. */
export function selectNextChange(cues: readonly CaptionCue[], seconds: number): number | undefined {
  const changes = cues.flatMap(({ start, end }) => [start, end]).filter((time) => time > seconds);
  return changes.length === 0 ? undefined : Math.min(...changes);
}

function parseBlock(block: string): CaptionCue | undefined {
  const lines = block.split("\n");
  const at = lines.findIndex((line) => TIMING.test(line));
  const [, start, end] = TIMING.exec(lines[at] ?? "") ?? [];
  // An identifier may stand before the times, and nothing else.
  if (start === undefined || end === undefined || at > 1) return undefined;
  const text = lines
    .slice(at + 1)
    .map(toPlainText)
    .filter((line) => line !== "");
  return text.length === 0 ? undefined : { start: toSeconds(start), end: toSeconds(end), lines: text };
}

function toSeconds(timestamp: string): number {
  return timestamp.split(":").reduce((sum, part) => sum * 60 + Number(part), 0);
}

function toPlainText(line: string): string {
  return line
    .replace(/<[^>]*>/g, "")
    .replace(/&\w+;/g, (entity) => ENTITIES[entity] ?? entity)
    .trim();
}
