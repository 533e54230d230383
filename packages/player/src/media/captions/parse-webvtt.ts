import type { CaptionLine } from "../../core/caption-line.js";
import { parseCueSettings } from "./cue-settings.js";
import { isPlain, parseCueText } from "./cue-text.js";

/** Text to show from `start` until `end`, in seconds. */
export interface CaptionCue {
  readonly start: number;
  readonly end: number;
  /** Plain lines, or one styled cue. */
  readonly lines: readonly CaptionLine[];
}

const TIMING = /^\s*((?:\d+:)?\d{2}:\d{2}\.\d{3})[ \t]+-->[ \t]+((?:\d+:)?\d{2}:\d{2}\.\d{3})(.*)/;

/**
 * Reads WebVTT (https://www.w3.org/TR/webvtt1/) as far as captions of an episode need it: times, words, their looks
 * and where they stand. The file's style sheets and regions are left out: how captions look is the viewer's choice.
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
export function selectLines(cues: readonly CaptionCue[], seconds: number): readonly CaptionLine[] {
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
  const [, start, end, settings = ""] = TIMING.exec(lines[at] ?? "") ?? [];
  // An identifier may stand before the times, and nothing else.
  if (start === undefined || end === undefined || at > 1) return undefined;
  const shown = createLines(lines.slice(at + 1).join("\n"), settings.trim());
  return shown.length === 0 ? undefined : { start: toSeconds(start), end: toSeconds(end), lines: shown };
}

/** What most cues are stays as simple as it is: a list of lines. */
function createLines(text: string, settings: string): readonly CaptionLine[] {
  const lines = parseCueText(text);
  if (lines.length === 0) return [];
  const place = parseCueSettings(settings);
  if (!place && isPlain(lines)) return lines.map((line) => line.map((span) => span.text).join(""));
  return [{ lines, ...(place && { place }) }];
}

function toSeconds(timestamp: string): number {
  return timestamp.split(":").reduce((sum, part) => sum * 60 + Number(part), 0);
}
