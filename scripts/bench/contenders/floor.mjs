import { fromRoot } from "../../lib/paths.mjs";
import { boxStyle, flickScript, listUrls } from "./page-parts.mjs";

/**
 * What a page has after five minutes with hls.js' own example: default configuration, no hints.
 *
 * @type {import("./contender.mjs").Contender}
 */
export const floor = {
  name: "floor",
  title: "the floor: `<video>` and hls.js",
  kinds: ["first-frame", "feed", "article-above"],
  page: (at) => ({
    head: boxStyle("video", at.scenario.kind),
    body: `
      <video muted autoplay playsinline></video>
      <script src="${at.origins.scripts}/hls.min.js"></script>
      <script>
        const urls = ${listUrls(at, "hls")};
        const video = document.querySelector("video");
        let hls;
        function go(index) {
          hls?.destroy();
          hls = new Hls();
          hls.loadSource(urls[index]);
          hls.attachMedia(video);
          hls.on(Hls.Events.MANIFEST_PARSED, () => video.play());
        }
        go(0);
        ${flickScript(at.scenario.kind, at.media.episodes.length)}
      </script>`,
    files: { "/hls.min.js": fromRoot("node_modules/hls.js/dist/hls.min.js") },
  }),
};
