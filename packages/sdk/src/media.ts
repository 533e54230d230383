import type { Playback } from "@micro-drama/protocol";
import { defined } from "./defined.js";

/** The media of an episode as a page writes it down: what nobody needs to say may be left out. */
export type Media = Pick<Playback, "url" | "type"> & Partial<Playback>;

/** Fills the gaps. URLs may be relative to the page. */
export function toPlayback(media: Media): Playback {
  const base = (globalThis as { location?: { readonly href: string } }).location?.href;
  const absolute = (url: string) => new URL(url, base).href;
  const captions = (media.captions ?? []).map((caption) => ({ ...caption, url: absolute(caption.url) }));
  return defined({ session: "", ...media, url: absolute(media.url), captions });
}
