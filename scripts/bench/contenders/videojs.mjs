import { boxStyle } from "./page-parts.mjs";
import { installPeers, peerPath } from "./peers.mjs";

/**
 * video.js as its own guide embeds it, with its style sheet and its HLS engine.
 *
 * @type {import("./contender.mjs").Contender}
 */
export const videojs = {
  name: "videojs",
  title: "video.js",
  kinds: ["first-frame"],
  install: installPeers,
  page: ({ origins, media, scenario }) => ({
    head: `<link rel="stylesheet" href="${origins.scripts}/video-js.min.css">
      ${boxStyle(".video-js", scenario.kind)}<style>.video-js .vjs-tech { object-fit: cover }</style>`,
    body: `
      <video id="player" class="video-js" muted autoplay playsinline data-setup="{}">
        <source src="${origins.media}${media.episodes[0].hls}" type="application/x-mpegURL">
      </video>
      <script src="${origins.scripts}/video.min.js"></script>`,
    files: {
      "/video.min.js": peerPath("video.js", "dist/video.min.js"),
      "/video-js.min.css": peerPath("video.js", "dist/video-js.min.css"),
    },
  }),
};
