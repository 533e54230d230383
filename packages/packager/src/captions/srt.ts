const timing = /^\s*(\d{1,3}):(\d{2}):(\d{2})[,.](\d{1,3})\s*-->\s*(\d{1,3}):(\d{2}):(\d{2})[,.](\d{1,3})/;

/**
 * Turns SubRip into WebVTT: times, `<i> <b> <u>` and line breaks stay; fonts, colours and positions go.
 * Text without a single cue gives a file without cues.
 */
export function srtToVtt(srt: string): string {
  const blocks = srt.replace(/\r\n?/g, "\n").split(/\n{2,}/);
  return ["WEBVTT", ...blocks.flatMap(toCue)].join("\n\n").concat("\n");
}

function toCue(block: string): readonly string[] {
  const lines = block.split("\n");
  const at = lines.findIndex((line) => timing.test(line));
  const match = timing.exec(lines[at] ?? "");
  if (!match) return [];
  const text = lines
    .slice(at + 1)
    .map(toCueText)
    .filter((line) => line !== "");
  if (text.length === 0) return [];
  return [`${toTime(match.slice(1, 5))} --> ${toTime(match.slice(5, 9))}\n${text.join("\n")}`];
}

function toTime([hours = "0", minutes = "0", seconds = "0", fraction = "0"]: readonly string[]): string {
  return `${hours.padStart(2, "0")}:${minutes}:${seconds}.${fraction.padEnd(3, "0")}`;
}

function toCueText(line: string): string {
  return line
    .replace(/\{\\[^}]*\}/g, "")
    .replace(/<(?!\/?[ibu]>)\/?[a-z][^>]*>/gi, "")
    .replace(/&(?!(?:amp|lt|gt|nbsp|lrm|rlm);)/g, "&amp;")
    .replace(/<(?!\/?[ibu]>)/gi, "&lt;")
    .replace(/-->/g, "→")
    .trim();
}
