import { fromRoot } from "../../lib/paths.mjs";
import { boxStyle } from "./page-parts.mjs";

/**
 * What somebody builds who knows the waterfall: the small hls.js, requested with the playlist and the poster at once,
 * and connections opened early.
 *
 * @type {import("./contender.mjs").Contender}
 */
export const hints = {
  name: "hints",
  title: "hls.js light, preload hints",
  kinds: ["first-frame"],
  page({ origins, media, scenario }) {
    const [{ hls, poster }] = media.episodes;
    return {
      head: `
        <link rel="preconnect" href="${origins.media}" crossorigin>
        <link rel="preload" as="script" href="${origins.scripts}/hls.light.min.js">
        <link rel="preload" as="fetch" crossorigin href="${origins.media}${hls}">
        ${boxStyle("video", scenario.kind)}`,
      body: `
        <video muted autoplay playsinline poster="${origins.media}${poster}"></video>
        <script src="${origins.scripts}/hls.light.min.js"></script>
        <script>
          const video = document.querySelector("video");
          const hls = new Hls({ startFragPrefetch: true, testBandwidth: false });
          hls.loadSource("${origins.media}${hls}");
          hls.attachMedia(video);
          hls.on(Hls.Events.MANIFEST_PARSED, () => video.play());
        </script>`,
      files: { "/hls.light.min.js": fromRoot("node_modules/hls.js/dist/hls.light.min.js") },
    };
  },
};
