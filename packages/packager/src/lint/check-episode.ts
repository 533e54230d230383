import type { Episode, Source } from "@micro-drama/protocol";
import { lintCaptions } from "./check-captions.js";
import { lintImage, shortName } from "./check-image.js";
import { lintSource } from "./check-source.js";
import type { Findings } from "./finding.js";
import type { Reader } from "./reader.js";

/** Checks the files behind one episode. */
export async function lintEpisode(episode: Episode, reader: Reader, findings: Findings): Promise<void> {
  const { access, poster, source, captions, duration } = episode;
  if (poster) await lintImage(poster, reader, findings.at(".poster"));
  else if (access !== "unpublished") {
    findings.warning("has no poster", "Without one, viewers see black until the first frame is there.");
  }
  if (access !== "unpublished" && duration === undefined) {
    findings.warning(
      "has no duration",
      "State it in seconds: lists and gates show it before any media is loaded.",
    );
  }
  if (source) await lintPlayable({ source, captions, duration }, reader, findings);
  if (access === "locked") await lintLeak(episode, reader, findings);
}

/** A source with its captions, and the duration that the manifest states. */
export interface Playable {
  readonly source: Source;
  readonly captions: Episode["captions"];
  readonly duration: number | undefined;
}

/** Checks the media and the captions of an episode, free or locked. */
export async function lintPlayable(playable: Playable, reader: Reader, findings: Findings): Promise<void> {
  const { source, captions, duration } = playable;
  await lintSource(source, reader, { findings, duration });
  await lintCaptions(captions, reader, { findings: findings.at(".captions"), duration });
}

/** The free episodes show where a locked one would lie, if somebody had published it by mistake. */
async function lintLeak({ id }: Episode, reader: Reader, findings: Findings): Promise<void> {
  const guess = new URL(`${id}/main.m3u8`, reader.manifestUrl).href;
  const result = await reader.read(guess, { length: 16 });
  if (!result.ok || !new TextDecoder().decode(result.bytes).startsWith("#EXTM3U")) return;
  findings.error(
    `is locked, but its media lies at ${shortName(guess)}, where anybody can guess it`,
    "Remove that folder from what is public and purge it from caches.",
  );
}
