import type { Caption } from "@micro-drama/protocol";
import { checkVtt, lastCueEnd } from "../captions/vtt.js";
import { shortName } from "./check-image.js";
import type { Findings } from "./finding.js";
import type { Reader } from "./reader.js";

/** A cue may hang over the end by this much before it counts as made for another cut. */
const overhangSeconds = 0.5;

/** Checks the caption files of one episode. */
export async function lintCaptions(
  captions: readonly Caption[],
  reader: Reader,
  { findings, duration }: { findings: Findings; duration: number | undefined },
): Promise<void> {
  const langs = new Set<string>();
  for (const [index, { lang, url }] of captions.entries()) {
    const here = findings.at(`[${index}]`);
    if (langs.has(lang))
      here.at(".lang").error(`there are two captions in ${lang}`, "Keep one per language.");
    langs.add(lang);
    const result = await reader.read(url);
    if (!result.ok) {
      here
        .at(".url")
        .error(`${shortName(url)}: ${result.reason}`, "Put the file there, or remove the entry.");
      continue;
    }
    const text = new TextDecoder().decode(result.bytes);
    const [problem] = checkVtt(text);
    if (problem) {
      const message = `${shortName(url)}, line ${problem.line}: ${problem.message}`;
      here.at(".url").error(message, "Browsers show WebVTT only; the packager turns .srt into it.");
    } else if (duration !== undefined && lastCueEnd(text) > duration + overhangSeconds) {
      const message = `${shortName(url)} goes on until ${lastCueEnd(text)} s, the episode ends at ${duration} s`;
      here.at(".url").warning(message, "Check that these captions belong to this cut of the film.");
    }
  }
}
