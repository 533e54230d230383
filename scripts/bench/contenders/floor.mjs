import { fillStyle, HLS_FILES, listEpisodes, swapFeed } from "./page-parts.mjs";

/**
 * The least that works: a bare `<video>` and hls.js as its README shows it, the full build with its default
 * configuration, no hints. As a feed: one video, `loadSource` on a swipe.
 * Source: https://github.com/video-dev/hls.js#embedding-hlsjs
 *
 * @type {import("./contender.mjs").Contender}
 */
export const floor = {
  name: "floor",
  title: "bare video + hls.js",
  kinds: ["first-frame", "feed", "article-above", "article-below"],
  autonext: true,
  page({ origins, media, scenario }) {
    const episodes = listEpisodes({ origins, media }, "hls");
    const feed = `
      function show({ source, poster }) {
        video.poster = poster;
        hls.loadSource(source);
        video.play().catch(() => {});
      }
      ${swapFeed(episodes, "video")}`;
    return {
      head: fillStyle("video", scenario.kind),
      body: `<video muted autoplay playsinline poster="${episodes[0].poster}"></video>
<script src="${origins.scripts}/hls.min.js"></script>
<script>
  const video = document.querySelector("video");
  const hls = new Hls();
  hls.loadSource(${JSON.stringify(episodes[0].source)});
  hls.attachMedia(video);
  hls.on(Hls.Events.MANIFEST_PARSED, () => video.play().catch(() => {}));
  ${scenario.kind === "feed" ? feed : ""}
</script>`,
      files: { "/hls.min.js": HLS_FILES.full },
    };
  },
};
