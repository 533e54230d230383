import { activeEpisode } from "../core/player-model.js";
import { DramaEvent } from "../events/drama-event.js";
import { createDeepLink } from "../remember/deep-link.js";
import type { Session } from "./session.js";

/** Shares the place that is watched, unless the page does that itself. Call it inside the viewer's gesture. */
export async function shareEpisode(session: Session): Promise<void> {
  const { series, media } = session.model;
  const number = activeEpisode(session.model)?.number;
  const title = series?.title ?? document.title;
  const seconds = media.phase === "ended" || session.model.isOver ? 0 : media.position;
  const url = number === undefined ? location.href : createDeepLink(location.href, { number, seconds });
  if (!session.emit(new DramaEvent("drama-share-request", { ...session.detail(), title, url }))) return;
  const outcome = await share(title, url);
  if (outcome === "copied") sayCopied(session);
}

/** Long enough to be read, in milliseconds. */
const TOAST_MS = 2500;

function sayCopied(session: Session): void {
  const say = (toast: "none" | "copied") => session.commit({ choices: { ...session.model.choices, toast } });
  say("copied");
  setTimeout(() => say("none"), TOAST_MS);
}

/**
 * Shares the page: the system's sheet where there is one, else the clipboard. On plain HTTP (a phone on a LAN)
 * neither exists, so the last way is the old copy command.
 * @returns how it was shared, or `failed`
 */
export async function share(title: string, url: string): Promise<"shared" | "copied" | "failed"> {
  try {
    if (navigator.share) {
      await navigator.share({ title, url });
      return "shared";
    }
    if (navigator.clipboard) {
      await navigator.clipboard.writeText(url);
      return "copied";
    }
  } catch {
    // Cancelled by the viewer, or not allowed: not worth words.
    return "failed";
  }
  return copyWithSelection(url) ? "copied" : "failed";
}

function copyWithSelection(text: string): boolean {
  const onCopy = (event: ClipboardEvent): void => {
    event.clipboardData?.setData("text/plain", text);
    event.preventDefault();
  };
  document.addEventListener("copy", onCopy, { once: true });
  const isCopied = document.execCommand("copy");
  document.removeEventListener("copy", onCopy);
  return isCopied;
}
