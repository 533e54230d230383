import type { StartDescriptor } from "@micro-drama/protocol";
import type { ReadPiece } from "../hls/read-playlist.js";
import { codecsOf } from "../mp4/init.js";
import { shortName } from "./check-image.js";
import { type LookedAt, type Rendition, sameCodecs } from "./check-rendition.js";
import type { Findings } from "./finding.js";

const again =
  "Package the film again, or leave start out: players trust it before they have read a playlist.";

/** Less than this is used up before the playlists are read. */
const startSeconds = 4;

/** Checks a start descriptor against the renditions that the playlists list. */
export function lintStart(
  start: StartDescriptor,
  renditions: readonly Rendition[],
  findings: Findings,
): void {
  for (const [index, track] of start.tracks.entries()) {
    const here = findings.at(`.tracks[${index}]`);
    const rendition = renditions.find(({ init }) => init && isSame(init, track.init));
    if (!rendition) {
      // Sound that lies apart is in no variant; only muxed tracks can be compared.
      if (start.tracks.length === 1) {
        here.at(".init").error(`${shortName(track.init.url)} belongs to no rendition of the playlist`, again);
      }
      continue;
    }
    lintAgainst(rendition, track, here);
    if (rendition !== renditions[0]) {
      const message = `belongs to ${shortName(rendition.variant.url)}, which is not listed first`;
      here.warning(
        message,
        "Describe the rendition that the playlist lists first: players begin with that one.",
      );
    }
    if (rendition.variant.bandwidth !== undefined && rendition.variant.bandwidth !== start.bandwidth) {
      const message = `is ${start.bandwidth}, BANDWIDTH of that rendition is ${rendition.variant.bandwidth}`;
      findings.at(".bandwidth").warning(message, `Write ${rendition.variant.bandwidth}.`);
    }
  }
}

function lintAgainst(
  rendition: Rendition,
  track: StartDescriptor["tracks"][number],
  findings: Findings,
): void {
  const real = codecsOf(rendition.tracks);
  if (real && !sameCodecs(track.codecs, real)) {
    findings
      .at(".codecs")
      .error(`says ${track.codecs}, the file says ${real}`, `Write ${JSON.stringify(real)}.`);
  }
  for (const [index, segment] of track.segments.entries()) {
    lintListed(segment, rendition.segments[index], findings.at(`.segments[${index}]`));
  }
  const listed = track.segments.reduce((sum, { duration }) => sum + duration, 0);
  const whole = rendition.segments.reduce((sum, { duration }) => sum + duration, 0);
  if (listed < Math.min(startSeconds, whole - 0.05)) {
    const message = `lists ${listed.toFixed(2)} s of media`;
    findings
      .at(".segments")
      .error(message, `List at least ${startSeconds} s: it must last until the playlists are read.`);
  }
}

function lintListed(
  segment: ReadPiece & { duration: number },
  real: LookedAt | undefined,
  findings: Findings,
): void {
  if (!real || !isSame(segment, real)) {
    const wanted = real ? shortName(real.url) : "no further segment";
    findings.error(`is ${shortName(segment.url)}, the playlist has ${wanted} here`, again);
    return;
  }
  if (Math.abs(segment.duration - real.duration) > 0.01) {
    const message = `is ${segment.duration}, the playlist says ${real.duration}`;
    findings.at(".duration").error(message, `Write ${real.duration}.`);
  }
}

function isSame(a: ReadPiece, b: ReadPiece): boolean {
  const { byteRange: x } = a;
  const { byteRange: y } = b;
  return a.url === b.url && x?.offset === y?.offset && x?.length === y?.length;
}
