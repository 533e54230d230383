import type { ErrorData } from "hls.js";
import { isRefusal } from "../media-failure.js";

/** What to do about an error of hls.js. */
export type HlsVerdict =
  /** hls.js helps itself, or nobody sees it. */
  | "ignore"
  /** Restart the decoder. */
  | "recover"
  /** Patience is over, or there is no network. */
  | "network"
  | "forbidden"
  | "unsupported"
  | "decode";

/** Fatal errors that no other try changes: the media itself is not for this browser. */
const UNSUPPORTED: ReadonlySet<string> = new Set([
  "manifestIncompatibleCodecsError",
  "manifestParsingError",
  "bufferIncompatibleCodecsError",
]);

/** Reads an error event of hls.js. */
export function judgeHlsError({
  type,
  details,
  fatal,
  response,
}: Pick<ErrorData, "type" | "details" | "fatal" | "response">): HlsVerdict {
  // Not waiting for `fatal`: hls.js would try every rendition, and every one would be refused.
  if (isRefusal(response?.code)) return "forbidden";
  if (!fatal) return "ignore";
  if (UNSUPPORTED.has(details)) return "unsupported";
  if (type === "networkError") return "network";
  if (type === "mediaError") return "recover";
  return type === "keySystemError" ? "unsupported" : "decode";
}
