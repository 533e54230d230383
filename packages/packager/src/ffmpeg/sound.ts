import type { FilmFacts } from "./probe.js";
import { runFfmpeg } from "./run.js";

/** Samples that an AAC decoder puts out before the first real one (ffmpeg's encoder, AAC-LC). */
const primingSamples = 1024;

/**
 * Encodes the sound of a film once for all renditions, as AAC-LC 48 kHz stereo in MP4.
 * A silent film gets silence, so that every episode has the same tracks.
 *
 * The first 1024 samples are left out on purpose: the encoder's priming takes their place, so sound and
 * picture start together at 0 without an edit list, which engines read differently.
 */
export async function encodeSound(
  film: string,
  facts: FilmFacts,
  { to, signal }: { to: string; signal?: AbortSignal | undefined },
): Promise<void> {
  const input =
    facts.audioStream === undefined
      ? ["-f", "lavfi", "-i", "anullsrc=r=48000:cl=stereo", "-map", "0:a"]
      : ["-i", film, "-map", `0:${facts.audioStream}`];
  const filters = [
    "aresample=48000:async=1:first_pts=0",
    "aformat=sample_fmts=fltp:channel_layouts=stereo",
    `atrim=start_sample=${primingSamples}`,
    "asetpts=PTS-STARTPTS",
    "apad",
  ].join(",");
  const codec = [
    "-c:a",
    "aac",
    "-profile:a",
    "aac_low",
    "-b:a",
    "96k",
    "-fflags",
    "+bitexact",
    "-flags:a",
    "+bitexact",
  ];
  const file = ["-map_metadata", "-1", "-use_editlist", "0", "-f", "mp4", to];
  const length = facts.durationSeconds.toFixed(3);
  await runFfmpeg("encode the sound", [...input, "-af", filters, "-t", length, ...codec, ...file], {
    signal,
  });
}
