import type { MediaTarget } from "../../core/media-fact.js";
import type { MediaServer } from "./media-server.js";

/** The films of `packages/player/test-media`: file, and the colour by which a test knows them. */
export const FILMS = {
  mp4: { type: "mp4", file: "film.mp4", colour: [0, 192, 192] },
  fmp4: { type: "hls", file: "fmp4/main.m3u8", colour: [192, 0, 0] },
  ts: { type: "hls", file: "ts/main.m3u8", colour: [0, 160, 0] },
  byteRange: { type: "hls", file: "byte-range/main.m3u8", colour: [0, 0, 208] },
  demuxed: { type: "hls", file: "demuxed/main.m3u8", colour: [192, 192, 0] },
  aes128: { type: "hls", file: "aes-128/main.m3u8", colour: [192, 0, 192] },
} as const;

/** Name of a test film. */
export type Film = keyof typeof FILMS;

/** A target that plays a film. Two targets with the same key are the same media. */
export function filmTarget(server: MediaServer, film: Film, more: Partial<MediaTarget> = {}): MediaTarget {
  const { type, file } = FILMS[film];
  return { key: `s/${film}`, media: { type, url: server.url(file) }, captions: [], startAt: 0, ...more };
}

/** How far a colour channel may be off: video is not exact, and engines convert differently. */
const TOLERANCE = 48;

/** The film whose colour the element holds in its upper part now; undefined for none of them. */
export function filmOf(video: HTMLVideoElement): Film | undefined {
  const pixel = samplePixel(video, 0.5, 0.2);
  const names = Object.keys(FILMS) as Film[];
  return names.find((name) =>
    FILMS[name].colour.every((value, i) => Math.abs(value - (pixel[i] ?? 0)) < TOLERANCE),
  );
}

/** WebKitGTK hands a frame to the canvas up to some frames after it was presented. Milliseconds. */
const CANVAS_LAG_MS = 250;

/** Resolves when the element shows the film; throws when it shows another one or nothing for too long. */
export async function seesFilm(video: HTMLVideoElement, film: Film): Promise<void> {
  const end = performance.now() + CANVAS_LAG_MS;
  for (;;) {
    const seen = filmOf(video);
    if (seen === film) return;
    if (seen !== undefined || performance.now() > end) throw new Error(`expected ${film}, saw ${seen}`);
    await new Promise((resolve) => requestAnimationFrame(resolve));
  }
}

/** Media time in seconds as drawn into the picture: the left edge of the white bar is at 20 · t of 180. */
export function drawnTime(video: HTMLVideoElement): number {
  const context = draw(video);
  const { data } = context.getImageData(0, 240, 180, 1);
  for (let x = 0; x < 180; x++) {
    const [r = 0, g = 0, b = 0] = data.slice(x * 4, x * 4 + 3);
    if (Math.min(r, g, b) > 150) return x / 20;
  }
  return Number.NaN;
}

function samplePixel(video: HTMLVideoElement, x: number, y: number): readonly number[] {
  return [...draw(video).getImageData(180 * x, 320 * y, 1, 1).data];
}

function draw(video: HTMLVideoElement): CanvasRenderingContext2D {
  const canvas = document.createElement("canvas");
  canvas.width = 180;
  canvas.height = 320;
  const context = canvas.getContext("2d", { willReadFrequently: true });
  if (!context) throw new Error("no canvas");
  context.drawImage(video, 0, 0, 180, 320);
  return context;
}
