import type Hls from "hls.js";
import type { AttachMediaSourceData, Level } from "hls.js";
import { secondsAhead } from "../buffered.js";
import type { StartedMedia } from "../starter/starter.js";
import type { HlsClass } from "./load-hls.js";

/** Seconds that may lack at the end of a buffer: encoders round. */
const EDGE_SECONDS = 0.5;

/** What {@link adoptMedia} needs beside the two that it brings together. */
export interface AdoptOptions {
  readonly Hls: HlsClass;
  readonly video: HTMLVideoElement;
  /** The bytes behind an address are in memory, or on their way there. */
  readonly isKnown: (url: string) => boolean;
  /** hls.js has the buffer now: nobody else may append. */
  readonly onAdopted: () => void;
}

/**
 * Lets hls.js go on with media that plays already: no reset, no gap. It begins with the rendition that was started,
 * reads its first fragment (from memory) to learn the tracks, and then takes the buffer. Call it after `loadSource`.
 */
export function adoptMedia(
  hls: Hls,
  started: StartedMedia,
  { Hls, video, isKnown, onAdopted }: AdoptOptions,
): void {
  const { start } = started;
  // In another rendition it would load what is there already once more.
  hls.once(Hls.Events.MANIFEST_PARSED, (_, { levels }) => {
    hls.startLevel = nearestLevel(levels, start.bandwidth);
    hls.loadLevel = hls.startLevel;
  });
  const onParsed = (_: unknown, { frag }: { readonly frag: { readonly end: number } }): void => {
    const end = video.currentTime + secondsAhead(video);
    const fragments = hls.levels[hls.loadLevel]?.details?.fragments ?? [];
    // The last started fragment lacks some hundredths at its end, and hls.js does not know that it is there.
    const next = fragments.find((one) => one.start + EDGE_SECONDS < end && one.end > end);
    if (next && next.end > frag.end) return;
    // What a starter has asked for and not appended any more.
    const from = Math.max(end, frag.end);
    const coming = fragments.find(({ start }) => Math.abs(start - from) < EDGE_SECONDS);
    if (coming && isKnown(coming.url)) return;
    hls.off(Hls.Events.FRAG_PARSED, onParsed);
    hls.loadLevel = -1;
  };
  // Before it is buffered: then hls.js has chosen the next one.
  hls.on(Hls.Events.FRAG_PARSED, onParsed);
  hls.once(Hls.Events.LEVEL_LOADED, (_, { details: { fragments } }) => {
    // After a first fragment of this length hls.js would load its successors anew in a better rendition.
    if (fragments[0]) fragments[0].tagList = [];
  });
  hls.once(Hls.Events.BUFFER_CREATED, onAdopted);
  hls.attachMedia(describeMedia(started, video));
}

/** Index of the rendition whose bandwidth is nearest; playlists and descriptors may round differently. */
export function nearestLevel(levels: readonly Pick<Level, "bitrate">[], bandwidth: number): number {
  const distances = levels.map(({ bitrate }) => Math.abs(bitrate - bandwidth));
  return distances.indexOf(Math.min(...distances));
}

/** The names must be those that hls.js would give; where they are others it begins anew, which shows. */
function describeMedia(
  { mediaSource, buffer, start }: StartedMedia,
  media: HTMLVideoElement,
): AttachMediaSourceData {
  const codec = start.tracks[0]?.codecs ?? "";
  const name = codec.includes(",") ? "audiovideo" : "video";
  const track = {
    id: "main",
    container: "video/mp4",
    codec,
    levelCodec: codec,
    buffer,
    listeners: [],
  } as const;
  return { media, mediaSource, tracks: { [name]: track } };
}
