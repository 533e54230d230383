import type { MediaFailureCode } from "../core/media-fact.js";
import type { MediaFailure } from "../core/playback-machine.js";

/** The English words of every code, for logs and for pages that show them; views have their own languages. */
const WORDS: Record<MediaFailureCode, { readonly message: string; readonly retryable: boolean }> = {
  network: { message: "The video could not be loaded. Check the connection and try again.", retryable: true },
  "not-found": { message: "The video is not there any more.", retryable: false },
  forbidden: { message: "The video may not be played with this link any more.", retryable: true },
  decode: { message: "The video could not be shown. Try again.", retryable: true },
  unsupported: { message: "This browser cannot play the video.", retryable: false },
  "engine-unavailable": {
    message: "A part of the player could not be loaded. Check the connection and try again.",
    retryable: true,
  },
};

/** A failure in words. `detail` says what exactly went wrong, for logs; addresses are left out, they may be signed. */
export function createFailure(code: MediaFailureCode, detail = ""): MediaFailure {
  const { message, retryable } = WORDS[code];
  const safe = detail.replace(/\bhttps?:\S+/g, "…");
  return Object.freeze({ code, message: safe ? `${message} (${safe})` : message, retryable });
}

/** True for answers that no repetition changes: the viewer has no right to the media, or it costs money. */
export function isRefusal(status: number | undefined): boolean {
  return status === 401 || status === 402 || status === 403;
}

/** The kind of failure behind an HTTP status; 0 or absent means that no answer came. */
export function codeOfStatus(status: number | undefined): MediaFailureCode {
  if (isRefusal(status)) return "forbidden";
  if (status === 404 || status === 410) return "not-found";
  return "network";
}
