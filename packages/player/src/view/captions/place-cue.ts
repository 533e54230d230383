import type { CuePlace } from "../../core/caption-line.js";

/** A box for a cue, in percent of the room for captions; the shifts in percent of the box itself. */
export interface CueBox {
  /** From the left, and how much of the own width lies left of there. */
  readonly x: number;
  readonly shiftX: number;
  /** From the top, and how much of the own height lies above. */
  readonly y: number;
  readonly shiftY: number;
  /** As much of the room as the words may take along their lines. */
  readonly size: number;
  readonly align: "left" | "center" | "right";
  readonly vertical?: "rl" | "lr";
}

/** Letters of scripts from right to left. */
const RIGHT_TO_LEFT =
  /^[^\p{L}]*[\p{Script=Arabic}\p{Script=Hebrew}\p{Script=Syriac}\p{Script=Thaana}\p{Script=Nko}]/u;

/**
 * Where the words of a placed cue stand (https://www.w3.org/TR/webvtt1/#processing-cue-settings), with one difference:
 * a box never leaves the room for captions, so that no control and no notch lies over it.
 */
export function placeCue(place: CuePlace, text: string): CueBox {
  const align = toSide(place.align ?? "center", text);
  const position = place.position ?? { left: 0, center: 50, right: 100 }[align];
  const shift = { left: 0, center: -50, right: -100 }[align];
  const room = { left: 100 - position, center: 2 * Math.min(position, 100 - position), right: position }[
    align
  ];
  const size = Math.max(1, Math.min(place.size ?? 100, room));
  const line = place.line ?? 100;
  if (place.vertical) {
    const x = place.vertical === "rl" ? 100 - line : line;
    return { x, shiftX: -x, y: position, shiftY: shift, size, align, vertical: place.vertical };
  }
  return { x: position, shiftX: shift, y: line, shiftY: -line, size, align };
}

/** `start` and `end` depend on the direction of the words. */
function toSide(align: NonNullable<CuePlace["align"]>, text: string): CueBox["align"] {
  if (align !== "start" && align !== "end") return align;
  return (align === "start") === RIGHT_TO_LEFT.test(text) ? "right" : "left";
}
