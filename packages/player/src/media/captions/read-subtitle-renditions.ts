import type { Caption } from "@micro-drama/protocol";
import type { FetchedText } from "../fetch-text.js";

/**
 * The subtitles that an HLS stream brings itself (RFC 8216, 4.3.4.1), as tracks whose address is a playlist of WebVTT
 * segments. Forced ones, which belong to a sound in another language, are left out; so is what states no language.
 */
export function readSubtitleRenditions({ text, url }: Pick<FetchedText, "text" | "url">): readonly Caption[] {
  const tracks = text.split(/\r?\n/).flatMap((line) => {
    if (!/^#EXT-X-MEDIA:(?=.*\bTYPE=SUBTITLES\b)/.test(line) || /\bFORCED=YES\b/.test(line)) return [];
    const uri = readString(line, "URI");
    const lang = readString(line, "LANGUAGE");
    const address = uri && resolve(uri, url);
    if (!address || !lang) return [];
    return [{ lang, label: readString(line, "NAME") || lang, url: address }];
  });
  // The same language again is another group, for another rendition: the words are the same.
  return tracks.filter(({ lang }, i) => tracks.findIndex((other) => other.lang === lang) === i);
}

function readString(line: string, attribute: string): string | undefined {
  return new RegExp(`[:,]${attribute}="([^"]*)"`).exec(line)?.[1];
}

/** A film is not lost for an address of subtitles that is none. */
function resolve(uri: string, base: string): string | undefined {
  try {
    return new URL(uri, base).href;
  } catch {
    return undefined;
  }
}
