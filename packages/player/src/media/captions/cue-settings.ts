import type { CuePlace } from "../../core/caption-line.js";

const ALIGNMENTS = ["start", "center", "end", "left", "right"] as const;

/** Lines by number, as WebVTT counts them, are about so high, in percent of the picture. */
const LINE_HEIGHT = 5.33;

/** From here down a cue stands where all captions stand: above the controls, which would lie over it. */
const BOTTOM = 75;

/**
 * Reads what stands behind the times of a cue. Regions are left out: none of the tools that make captions for short
 * vertical films write them. Undefined for the usual place; settings that it cannot read are skipped.
 */
export function parseCueSettings(text: string): CuePlace | undefined {
  const settings = new Map(
    text.split(/[ \t]+/).map((setting) => {
      const colon = setting.indexOf(":");
      return [setting.slice(0, colon), setting.slice(colon + 1)] as const;
    }),
  );
  const line = parseLine(settings.get("line"));
  const position = parsePercent(settings.get("position"));
  const size = parsePercent(settings.get("size"));
  const align = ALIGNMENTS.find((known) => known === settings.get("align"));
  const vertical = (["rl", "lr"] as const).find((known) => known === settings.get("vertical"));
  const stands = vertical !== undefined || (line !== undefined && line < BOTTOM);
  const isAside = position !== undefined || size !== undefined || (align !== undefined && align !== "center");
  if (!stands && !isAside) return undefined;
  return {
    ...(stands && line !== undefined && { line }),
    ...(position !== undefined && { position }),
    ...(size !== undefined && { size }),
    ...(align !== undefined && { align }),
    ...(vertical !== undefined && { vertical }),
  };
}

/** `84%`, or a line's number from the top, or from the bottom when it is negative. */
function parseLine(text = ""): number | undefined {
  const [value = ""] = text.split(",", 1);
  if (value.endsWith("%")) return parsePercent(value);
  if (!/^-?\d+$/.test(value)) return undefined;
  const number = Number(value);
  return Math.min(
    100,
    Math.max(
      0,
      number < 0 || Object.is(number, -0) ? 100 + (number + 1) * LINE_HEIGHT : number * LINE_HEIGHT,
    ),
  );
}

function parsePercent(text = ""): number | undefined {
  const [, digits] = /^(\d+(?:\.\d+)?)%/.exec(text) ?? [];
  const value = Number(digits);
  return digits !== undefined && value <= 100 ? value : undefined;
}
