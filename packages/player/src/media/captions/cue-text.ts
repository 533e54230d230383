import type { CaptionSpan } from "../../core/caption-line.js";

const ENTITIES: Readonly<Record<string, string>> = {
  "&amp;": "&",
  "&lt;": "<",
  "&gt;": ">",
  "&nbsp;": "\u00a0",
  "&lrm;": "\u200e",
  "&rlm;": "\u200f",
};

/** A tag: its name, and for `<v.loud Ada>` what is annotated. Times inside of a cue match too, and mean nothing here. */
const TAG = /<(\/?)([a-z]*)[^\s>]*\s*([^>]*)>/gi;

type Look = Omit<CaptionSpan, "text">;

const LOOKS: Readonly<Record<string, (annotation: string) => Look>> = {
  i: () => ({ isItalic: true }),
  b: () => ({ isBold: true }),
  u: () => ({ isUnderlined: true }),
  v: (name) => (name.trim() ? { voice: readEntities(name.trim()) } : {}),
};

/**
 * The text of a cue as words and their looks, line by line. Italic, bold, underlined and voices are kept; classes,
 * ruby and times inside of a cue are not, and leave their words. Lines without words are left out.
 */
export function parseCueText(text: string): readonly (readonly CaptionSpan[])[] {
  const lines: CaptionSpan[][] = [[]];
  const open: { readonly name: string; readonly look: Look }[] = [];
  const write = (words: string): void => {
    const look = Object.assign({}, ...open.map((tag) => tag.look)) as Look;
    for (const [at, part] of words.split("\n").entries()) {
      if (at > 0) lines.push([]);
      if (part !== "") lines.at(-1)?.push({ text: readEntities(part), ...look });
    }
  };
  let end = 0;
  for (const tag of text.matchAll(TAG)) {
    write(text.slice(end, tag.index));
    end = tag.index + tag[0].length;
    const [, slash, name = "", annotation = ""] = tag;
    if (slash) {
      const at = open.map((candidate) => candidate.name).lastIndexOf(name);
      if (at >= 0) open.length = at;
    } else open.push({ name, look: LOOKS[name.toLowerCase()]?.(annotation) ?? {} });
  }
  write(text.slice(end));
  return lines.map(trimLine).filter((line) => line.length > 0);
}

/** True when there is nothing to a cue but its words. A single voice needs no name. */
export function isPlain(lines: readonly (readonly CaptionSpan[])[]): boolean {
  const spans = lines.flat();
  const voices = new Set(spans.map(({ voice }) => voice));
  return voices.size < 2 && !spans.some((span) => span.isItalic || span.isBold || span.isUnderlined);
}

function trimLine(spans: readonly CaptionSpan[]): readonly CaptionSpan[] {
  const last = spans.length - 1;
  return spans
    .map((span, at) => {
      const start = at === 0 ? span.text.replace(/^[ \t]+/, "") : span.text;
      return { ...span, text: at === last ? start.replace(/[ \t]+$/, "") : start };
    })
    .filter(({ text }) => text !== "");
}

function readEntities(text: string): string {
  return text.replace(/&\w+;/g, (entity) => ENTITIES[entity] ?? entity);
}
