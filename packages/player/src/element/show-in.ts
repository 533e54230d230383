import { slotOf } from "../core/playlist.js";
import type { Session } from "./session.js";

/** What Safari calls its own ways; iPhones have full screen for the video alone. */
interface WebKitVideo {
  webkitEnterFullscreen?(): void;
  webkitSetPresentationMode?(mode: "inline" | "picture-in-picture" | "fullscreen"): void;
  readonly webkitPresentationMode?: string;
}

/** Where a film can be shown besides its place. */
export type Place = "screen" | "picture";

/**
 * Shows the film on the whole screen or in a picture over everything, or brings it back. Call it inside a gesture.
 * Never rejects: a browser that refuses leaves the film where it is.
 */
export async function showIn(place: Place, session: Session, wrapper: HTMLElement | null): Promise<void> {
  const video: (HTMLVideoElement & WebKitVideo) | undefined =
    session.pool.videos[slotOf(session.model.index)];
  if (!video) return;
  try {
    await (place === "screen" ? toggleFullScreen(video, wrapper) : togglePicture(video));
  } catch {
    // Refused by the system, a policy of the page, or the viewer.
  }
}

async function toggleFullScreen(video: HTMLVideoElement & WebKitVideo, wrapper: HTMLElement | null) {
  if (document.fullscreenElement) return document.exitFullscreen();
  // An element in the popover layer may not become the full screen: its host can, and the layer stays above it.
  const host = (wrapper?.getRootNode() as ShadowRoot | undefined)?.host;
  if (host?.requestFullscreen) return host.requestFullscreen();
  video.webkitEnterFullscreen?.();
}

async function togglePicture(video: HTMLVideoElement & WebKitVideo) {
  if (document.pictureInPictureElement) return document.exitPictureInPicture();
  if (video.requestPictureInPicture) return void (await video.requestPictureInPicture());
  const isFloating = video.webkitPresentationMode === "picture-in-picture";
  video.webkitSetPresentationMode?.(isFloating ? "inline" : "picture-in-picture");
}
