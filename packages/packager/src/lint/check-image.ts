import type { Findings } from "./finding.js";
import type { Reader } from "./reader.js";

/** A poster competes with the first segment for the first bytes; on 4G this much costs about 0.2 s. */
const heavyPosterBytes = 150_000;
const headBytes = 32;

/** Checks that a picture is there, is one, and is not too large. */
export async function lintImage(url: string, reader: Reader, findings: Findings): Promise<void> {
  if (url.startsWith("data:")) return;
  const result = await reader.read(url, { length: headBytes });
  if (!result.ok) {
    findings.error(
      `${shortName(url)}: ${result.reason}`,
      "Put the picture there, or take the poster out of the manifest.",
    );
    return;
  }
  if (!isImage(result.bytes)) {
    findings.error(`${shortName(url)} is no picture`, "Use WebP, AVIF, JPEG, PNG or GIF.");
  } else if ((result.size ?? 0) > heavyPosterBytes) {
    const size = `${Math.round((result.size ?? 0) / 1000)} kB`;
    findings.warning(
      `${shortName(url)} weighs ${size}`,
      `Keep posters under ${heavyPosterBytes / 1000} kB, e.g. WebP at 540 × 960: they delay the first frame.`,
    );
  }
}

/** The last part of a URL, for messages. */
export function shortName(url: string): string {
  return decodeURIComponent(new URL(url).pathname.split("/").slice(-2).join("/"));
}

function isImage(bytes: Uint8Array): boolean {
  const text = String.fromCharCode(...bytes);
  return (
    text.startsWith("\u00ff\u00d8\u00ff") ||
    text.startsWith("\u0089PNG") ||
    text.startsWith("GIF8") ||
    (text.startsWith("RIFF") && text.slice(8, 12) === "WEBP") ||
    /^....ftyp(?:avif|avis|mif1)/s.test(text)
  );
}
