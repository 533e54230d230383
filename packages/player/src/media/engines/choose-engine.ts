import type { Playback, Source } from "@micro-drama/protocol";
import type { CreateEngine } from "./engine.js";

/** Ways to play media. */
export type EngineName = "hls" | "source";

const HLS_TYPE = "application/vnd.apple.mpegurl";

/**
 * Which engine plays this media; undefined: none can. `canPlayType` decides only where no MediaSource of any kind
 * exists: Chrome answers "maybe" for HLS and then breaks on some streams.
 */
export function chooseEngine(media: Source | Playback, video: HTMLVideoElement): EngineName | undefined {
  if (media.type === "mp4") return "source";
  if ("ManagedMediaSource" in globalThis || "MediaSource" in globalThis) return "hls";
  return video.canPlayType(HLS_TYPE) === "" ? undefined : "source";
}

/** Maps every name to its engine; a pool may be given others. */
export type EngineSet = Readonly<Record<EngineName, CreateEngine>>;
