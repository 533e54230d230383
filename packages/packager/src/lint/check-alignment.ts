import { shortName } from "./check-image.js";
import type { Rendition } from "./check-rendition.js";
import type { Findings } from "./finding.js";

const tolerance = 0.05;

/** Checks that a player can go from one rendition to another at every segment. */
export function lintAlignment([first, ...others]: readonly Rendition[], findings: Findings): void {
  if (!first) return;
  const mend =
    "Encode all renditions with keyframes at the same times: players jump or stutter when they switch.";
  for (const other of others) {
    const here = findings.at(` → ${shortName(other.variant.url)}`);
    const name = shortName(first.variant.url);
    if (other.segments.length !== first.segments.length) {
      here.error(`has ${other.segments.length} segments, ${name} has ${first.segments.length}`, mend);
      continue;
    }
    const index = other.segments.findIndex((segment, place) => {
      const twin = first.segments[place];
      if (!twin) return false;
      const starts = Math.abs((segment.timing?.start ?? 0) - (twin.timing?.start ?? 0));
      const haveTimings = segment.timing !== undefined && twin.timing !== undefined;
      return Math.abs(segment.duration - twin.duration) > tolerance || (haveTimings && starts > tolerance);
    });
    if (index >= 0) here.error(`segment ${index} does not begin and end with that of ${name}`, mend);
  }
}
