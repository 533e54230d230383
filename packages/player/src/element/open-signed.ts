import type { EpisodeRef, Playback } from "@micro-drama/protocol";
import type { MediaTarget } from "../core/media-fact.js";
import { SignedAccess } from "../media/signed-access.js";
import type { EntitlementLink } from "./entitlement-link.js";
import { freshPlayback } from "./timed-grants.js";

/** Keeps the addresses of a granted episode valid for as long as its right lasts. */
export function openSigned(
  link: EntitlementLink,
  ref: EpisodeRef,
  media: Playback,
): NonNullable<MediaTarget["access"]> {
  const refresh = async (signal: AbortSignal): Promise<Playback> =>
    freshPlayback(await link.ready(), ref, signal);
  return (signal) => new SignedAccess(media, refresh, signal);
}
