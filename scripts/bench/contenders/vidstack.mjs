import { fromRoot } from "../../lib/paths.mjs";
import { boxStyle } from "./page-parts.mjs";
import { installPeers, peerPath } from "./peers.mjs";

/**
 * vidstack's CDN build without a layout; hls.js comes from the same origin in place of a public CDN.
 *
 * @type {import("./contender.mjs").Contender}
 */
export const vidstack = {
  name: "vidstack",
  title: "vidstack",
  kinds: ["first-frame"],
  install: installPeers,
  page: ({ origins, media, scenario }) => ({
    head: `${boxStyle("media-player", scenario.kind)}
      <style>media-player video { inline-size: 100%; block-size: 100%; object-fit: cover }</style>
      <script type="module" crossorigin src="${origins.scripts}/vidstack/vidstack.js"></script>`,
    body: `
      <media-player title="Bench" src="${origins.media}${media.episodes[0].hls}" muted autoplay playsinline
        load="eager"><media-provider></media-provider></media-player>
      <script>
        document.querySelector("media-player").addEventListener("provider-change", ({ detail }) => {
          if (detail?.type === "hls") detail.library = "${origins.scripts}/hls.min.js";
        });
      </script>`,
    files: {
      "/vidstack/": peerPath("vidstack", "cdn"),
      "/hls.min.js": fromRoot("node_modules/hls.js/dist/hls.min.js"),
    },
  }),
};
