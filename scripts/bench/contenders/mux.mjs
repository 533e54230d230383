import { boxStyle, flickScript, listUrls } from "./page-parts.mjs";
import { installPeers, peerPath } from "./peers.mjs";

/**
 * The element that a video platform hands out: everything in one file.
 *
 * @type {import("./contender.mjs").Contender}
 */
export const mux = {
  name: "mux",
  title: "mux-player",
  kinds: ["first-frame", "feed"],
  install: installPeers,
  page: (at) => ({
    head: `${boxStyle("mux-player", at.scenario.kind)}
      <style>mux-player { --controls: none; --media-object-fit: cover }</style>
      <script type="module" crossorigin src="${at.origins.scripts}/mux-player.js"></script>`,
    body: `
      <mux-player src="${at.origins.media}${at.media.episodes[0].hls}" muted autoplay="muted" playsinline
        stream-type="on-demand" disable-tracking disable-cookies></mux-player>
      <script>
        const urls = ${listUrls(at, "hls")};
        const player = document.querySelector("mux-player");
        function go(index) {
          player.src = urls[index];
          player.play().catch(() => {});
        }
        ${flickScript(at.scenario.kind, at.media.episodes.length)}
      </script>`,
    files: { "/mux-player.js": peerPath("@mux/mux-player", "dist/mux-player.js") },
  }),
};
