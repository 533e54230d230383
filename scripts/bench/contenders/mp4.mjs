import { fillStyle, listEpisodes, swapFeed } from "./page-parts.mjs";

/**
 * One progressive file in a `<video>`, no script: the nearest thing to a limit, at the price of one bit rate for
 * everybody. As a feed: another `src` on a swipe.
 *
 * @type {import("./contender.mjs").Contender}
 */
export const mp4 = {
  name: "mp4",
  title: "bare video + MP4",
  kinds: ["first-frame", "feed", "article-above"],
  autonext: true,
  page({ origins, media, scenario }) {
    const episodes = listEpisodes({ origins, media }, "mp4");
    const [{ source, poster }] = episodes;
    const feed = `<script>
  const video = document.querySelector("video");
  function show({ source, poster }) {
    video.poster = poster;
    video.src = source;
    video.play().catch(() => {});
  }
  ${swapFeed(episodes, "video")}
</script>`;
    return {
      head: fillStyle("video", scenario.kind),
      body: `<video muted autoplay playsinline preload="auto" poster="${poster}" src="${source}"></video>
${scenario.kind === "feed" ? feed : ""}`,
    };
  },
};
