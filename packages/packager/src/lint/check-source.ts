import type { Source } from "@micro-drama/protocol";
import { type Playlist, readPlaylist } from "../hls/read-playlist.js";
import { lintAlignment } from "./check-alignment.js";
import { shortName } from "./check-image.js";
import { lintRendition, type Rendition } from "./check-rendition.js";
import { lintStart } from "./check-start.js";
import type { Findings } from "./finding.js";
import type { Reader } from "./reader.js";

/** Half a frame at 24 per second is 0.02 s; a scrub bar shows differences from about here on. */
const durationTolerance = 0.25;

/** Where findings about a source go, and the duration that the manifest states for it. */
export interface SourceContext {
  readonly findings: Findings;
  readonly duration: number | undefined;
}

/** Checks the media of one episode: playlists, renditions, segments and the start descriptor. */
export async function lintSource(
  source: Source,
  reader: Reader,
  { findings, duration }: SourceContext,
): Promise<void> {
  const here = findings.at(".source");
  if (source.type === "mp4") {
    await lintFile(source.url, reader, here);
    return;
  }
  const main = await readOrReport(source.url, reader, here.at(".url"));
  if (!main) return;
  const renditions = main.kind === "media" ? [] : await lintMultivariant(main, reader, here);
  if (main.kind === "media") {
    here.warning(
      "the URL is a single rendition, not a multivariant playlist",
      "Give a multivariant playlist with CODECS: players choose bit rates and decoders by it.",
    );
  }
  lintAlignment(renditions, here);
  lintDuration(renditions, duration, findings.at(".duration"));
  if (source.start) lintStart(source.start, renditions, here.at(".start"));
  else if (renditions.length > 0) {
    here.warning(
      "has no start descriptor",
      "Package it with micro-drama-packager: with one, the first frame needs no playlist.",
    );
  }
}

/** Reads a playlist; reports and gives undefined when there is none. */
async function readOrReport(url: string, reader: Reader, findings: Findings): Promise<Playlist | undefined> {
  const result = await reader.read(url);
  if (!result.ok) {
    findings.error(`${shortName(url)}: ${result.reason}`, "Put the playlist there, or correct the URL.");
    return undefined;
  }
  const playlist = readPlaylist(new TextDecoder().decode(result.bytes), url);
  if (!playlist) findings.error(`${shortName(url)} is no HLS playlist`, "It must begin with #EXTM3U.");
  return playlist;
}

async function lintMultivariant(
  main: Extract<Playlist, { kind: "multivariant" }>,
  reader: Reader,
  findings: Findings,
): Promise<readonly Rendition[]> {
  for (const url of main.alternates) await readOrReport(url, reader, findings.at(` → ${shortName(url)}`));
  const renditions: Rendition[] = [];
  for (const variant of main.variants) {
    const here = findings.at(` → ${shortName(variant.url)}`);
    const playlist = await readOrReport(variant.url, reader, here);
    if (playlist?.kind === "multivariant") {
      here.error("is a multivariant playlist inside another", "A variant must be a media playlist.");
    }
    if (playlist?.kind === "media") renditions.push(await lintRendition({ variant, playlist }, reader, here));
  }
  return renditions;
}

async function lintFile(url: string, reader: Reader, findings: Findings): Promise<void> {
  const result = await reader.read(url, { length: 12 });
  if (!result.ok) {
    findings
      .at(".url")
      .error(`${shortName(url)}: ${result.reason}`, "Put the file there, or correct the URL.");
  } else if (!/^....ftyp/s.test(String.fromCharCode(...result.bytes))) {
    findings
      .at(".url")
      .error(`${shortName(url)} is no MP4`, 'Use an MP4 file, or type "hls" for a playlist.');
  }
}

function lintDuration(
  renditions: readonly Rendition[],
  stated: number | undefined,
  findings: Findings,
): void {
  const [first] = renditions;
  if (!first || stated === undefined) return;
  const real = first.segments.reduce((sum, segment) => sum + segment.duration, 0);
  if (Math.abs(real - stated) <= durationTolerance) return;
  findings.error(`is ${stated} s, but the playlist lasts ${real.toFixed(2)} s`, `Write ${real.toFixed(3)}.`);
}
