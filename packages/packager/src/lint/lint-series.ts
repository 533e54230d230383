import { lintCatalogue } from "./check-catalogue.js";
import { lintEpisode } from "./check-episode.js";
import { lintImage } from "./check-image.js";
import { lintManifest } from "./check-manifest.js";
import { lintNext } from "./check-next.js";
import { collectInto, type Finding } from "./finding.js";
import { openReader, readManifest } from "./reader.js";

/** What {@link lintSeries} found. */
export interface LintReport {
  readonly target: string;
  /** In the order of the manifest; empty when nothing is wrong. */
  readonly findings: readonly Finding[];
  /** How many files were found behind the manifest, itself included. */
  readonly files: number;
}

/**
 * Finds what is wrong in a manifest and the files behind it. Needs no ffmpeg.
 *
 * @param target path or http(s) URL of a `series.json`. Where `platform.json` lies beside the public folder on
 *   a disk, the locked episodes are looked at too.
 * @throws {PackagerError} `unreadable-manifest` when there is no JSON at all; `aborted`
 * @example
 * const { findings } = await lintSeries("./series/public/series.json");
 * for (const { path, message, mend } of findings) console.log(path, message, mend);
 */
export async function lintSeries(
  target: string,
  { signal }: { readonly signal?: AbortSignal | undefined } = {},
): Promise<LintReport> {
  const reader = openReader(target, signal);
  const json = await readManifest(reader, target);
  const findings: Finding[] = [];
  const root = collectInto(findings, "$");
  const { poster, next, episodes } = lintManifest(json, reader.manifestUrl, root);
  if (poster) await lintImage(poster, reader, root.at(".poster"));
  if (next) await lintNext(next, reader, root.at(".next"));
  for (const { episode, index } of episodes)
    await lintEpisode(episode, reader, root.at(`.episodes[${index}]`));
  await lintCatalogue(reader, findings);
  return { target, findings, files: reader.count() };
}
