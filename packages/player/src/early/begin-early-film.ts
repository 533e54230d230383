import type { FetchedBytes } from "../media/bytes/byte-store.js";
import { createVideo } from "../media/create-video.js";
import { EARLY_FILM, type EarlyLoad } from "./early-film.js";
import type { EarlyStart } from "./find-early-start.js";

/** Beside wider boxes the player leaves room, and the picture would jump when it comes. */
const WIDEST = 3 / 4;

/** How the beginning of a film goes on. */
export interface EarlyProgress {
  /** All bytes that the first frame needs are there: the network is free. */
  readonly arrived: Promise<unknown>;
  /** The first frame is on the screen: the processor is free. Does not settle when there is none. */
  readonly shown: Promise<unknown>;
}

/**
 * Begins to play a film with its first bytes, in an element of the page that lies over the poster. The player takes
 * the element over without a break; nothing here outlives it.
 */
export function beginEarlyFilm({ host, Source, type, init, first, second }: EarlyStart): EarlyProgress {
  const video = createVideo();
  const ending = new AbortController();
  const mediaSource = new Source();
  let frameAt: number | undefined;
  const opening = new Promise((resolve) => {
    mediaSource.addEventListener("sourceopen", resolve, { once: true });
  });
  video.src = URL.createObjectURL(mediaSource);
  const fetchBytes = async (address: string): Promise<FetchedBytes> => {
    const requestedAt = performance.now();
    const response = await fetch(address, { priority: "high", signal: ending.signal });
    const firstByteAt = performance.now();
    const { ok, status, url } = response;
    if (!ok) throw new Error(`status ${status}`);
    const data = await response.arrayBuffer();
    return { data, url, status, timing: { requestedAt, firstByteAt, endAt: performance.now() } };
  };
  const load = (address: string, after: Promise<unknown> | undefined = undefined): EarlyLoad => {
    const promise = after ? after.then(() => fetchBytes(address)) : fetchBytes(address);
    promise.catch(() => undefined);
    return { address, promise };
  };
  const [initLoad, firstLoad] = [load(init), load(first)];
  const open = async (): Promise<SourceBuffer> => {
    await opening;
    const buffer = mediaSource.addSourceBuffer(type);
    await append(buffer, (await initLoad.promise).data);
    return buffer;
  };
  const opened = open();
  const appended = opened.then(async (buffer) => append(buffer, (await firstLoad.promise).data));
  const shown = new Promise<void>((resolve) => {
    const onFrame = (): void => {
      frameAt = performance.now();
      resolve();
    };
    if ("requestVideoFrameCallback" in video) video.requestVideoFrameCallback(onFrame);
    else (video as HTMLVideoElement).addEventListener("loadeddata", onFrame, { once: true });
  });

  host[EARLY_FILM] = {
    ...{ video, url: first, mediaSource, opened, appended },
    loads: second ? [initLoad, firstLoad, load(second, firstLoad.promise)] : [initLoad, firstLoad],
    frameAt: () => frameAt,
    end: () => ending.abort(),
  };
  place(host, video);
  // Refused where even silent films need a touch: the player has words for it.
  video.play().catch(() => undefined);
  appended.catch(() => undefined);
  opened.catch(() => undefined);
  return {
    arrived: firstLoad.promise.catch(() => undefined),
    shown,
  };
}

/** Only where the page's style sheet is there, and the picture has the place that it will have in the player. */
function place(host: HTMLElement, video: HTMLVideoElement): void {
  const { width, height } = host.getBoundingClientRect();
  if (getComputedStyle(host).position === "static" || width > height * WIDEST) return;
  host.append(video);
}

async function append(buffer: SourceBuffer, data: ArrayBuffer): Promise<void> {
  await new Promise((resolve, reject) => {
    buffer.addEventListener("updateend", resolve, { once: true });
    buffer.addEventListener("error", reject, { once: true });
    buffer.appendBuffer(data);
  });
}
