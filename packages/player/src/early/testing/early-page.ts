import type { Episode, StartDescriptor } from "@micro-drama/protocol";
import type { MediaServer } from "../../media/testing/media-server.js";
import { startOf } from "../../media/testing/started.js";

/** What of a page with a film at its beginning a test wants otherwise. */
export interface EarlyPageOptions {
  readonly attributes?: string;
  readonly start?: Partial<StartDescriptor>;
  readonly episode?: Partial<Episode>;
  /** In place of the manifest. */
  readonly text?: string;
  readonly css?: string;
}

/** Puts into the page what `micro-drama-packager snippet --autoplay --inline` writes; nothing is defined by it. */
export function writeEarlyPage(server: MediaServer, options: EarlyPageOptions = {}): HTMLElement {
  const { attributes = 'mode="page" autoplay', css = "position: relative" } = options;
  const start = { ...startOf(server), ...options.start };
  const source = { type: "hls", url: server.url("fmp4/main.m3u8"), start };
  const episode = { id: "e1", number: 1, title: "One", access: "free", source, ...options.episode };
  const manifest = { version: 1, id: "s", title: "The Series", episodes: [episode] };
  const holder = document.createElement("div");
  holder.innerHTML = `<micro-drama ${attributes}>
    <script type="application/json">${options.text ?? JSON.stringify(manifest)}</script>
    <a href="#watch">Watch</a></micro-drama>`;
  const host = holder.firstElementChild as HTMLElement;
  host.style.cssText = `display: block; inline-size: 300px; block-size: 500px; ${css}`;
  document.body.append(host);
  return host;
}
