import type { StartDescriptor } from "@micro-drama/protocol";
import type { MediaTarget } from "../../core/media-fact.js";
import { filmTarget } from "./films.js";
import type { MediaServer } from "./media-server.js";

/** What a packager would write for the lower rendition of the film `fmp4`. */
export function startOf(server: MediaServer, more: Partial<StartDescriptor> = {}): StartDescriptor {
  const low = (file: string): string => server.url(`fmp4/low/${file}`);
  const segments = [0, 1, 2].map((at) => ({ url: low(`${at}.m4s`), duration: 2 }));
  const track = { codecs: "avc1.4d400c,mp4a.40.2", init: { url: low("init_0.mp4") }, segments };
  return { bandwidth: 101_200, tracks: [track], ...more };
}

/** The film `fmp4` with a `start`. */
export function startedTarget(server: MediaServer, more: Partial<MediaTarget> = {}): MediaTarget {
  const target = filmTarget(server, "fmp4");
  return { ...target, media: { ...target.media, start: startOf(server) }, ...more };
}
