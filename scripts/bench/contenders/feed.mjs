import { HLS_FILES, listEpisodes, toScriptJson } from "./page-parts.mjs";

/**
 * The feed that a good developer writes in a week: native scroll-snap, a video per slide, hls.js (light) for the
 * visible one and its two neighbours, which are loaded ahead, begin to buffer and wait at their first frame. What
 * fills most of the screen plays. The buffer ahead of a neighbour is small, that of the visible one hls.js' own.
 * Sources: https://web.dev/articles/css-scroll-snap,
 * https://github.com/video-dev/hls.js/blob/master/docs/API.md (maxBufferLength)
 *
 * @type {import("./contender.mjs").Contender}
 */
export const feed = {
  name: "feed",
  title: "hand-written swiper, 3 × hls.js",
  kinds: ["first-frame", "feed"],
  autonext: true,
  page({ origins, media }) {
    const episodes = listEpisodes({ origins, media }, "hls");
    return {
      head: `<style>
  main { block-size: 100svh; overflow-y: scroll; scroll-snap-type: y mandatory; scrollbar-width: none }
  section { block-size: 100svh; scroll-snap-align: start; scroll-snap-stop: always }
  video { display: block; inline-size: 100%; block-size: 100%; object-fit: cover; background: #000 }
</style>`,
      body: `<main></main>
<script src="${origins.scripts}/hls.light.min.js"></script>
<script>(${runFeed})(${toScriptJson(episodes)});</script>`,
      files: { "/hls.light.min.js": HLS_FILES.light },
    };
  },
};

/** Runs in the page; what it needs it is given. */
function runFeed(episodes) {
  const main = document.querySelector("main");
  const videos = episodes.map(({ poster }) => {
    const video = Object.assign(document.createElement("video"), { muted: true, playsInline: true });
    video.dataset.poster = poster;
    const section = document.createElement("section");
    section.append(video);
    main.append(section);
    return video;
  });
  /** Instances of the visible video and its neighbours, by index. */
  const live = new Map();
  let current = -1;

  function prepare(index) {
    const video = videos[index];
    if (!video) return;
    const seconds = index === current ? 30 : 5;
    if (!live.has(index)) {
      video.poster = video.dataset.poster;
      const hls = new globalThis.Hls({ maxBufferLength: seconds });
      hls.loadSource(episodes[index].source);
      hls.attachMedia(video);
      live.set(index, hls);
    }
    live.get(index).config.maxBufferLength = seconds;
  }

  function show(index) {
    if (index === current) return;
    videos[current]?.pause();
    current = index;
    prepare(index);
    videos[index].currentTime = 0;
    videos[index].play().catch(() => {});
    prepare(index + 1);
    prepare(index - 1);
    for (const [other, hls] of live) {
      if (Math.abs(other - index) < 2) continue;
      hls.destroy();
      live.delete(other);
    }
  }

  const observer = new IntersectionObserver(
    (entries) => {
      const seen = entries.find(({ isIntersecting }) => isIntersecting);
      if (seen) show(videos.indexOf(seen.target));
    },
    { root: main, threshold: 0.6 },
  );
  const scrollTo = (index) => videos[index]?.parentElement.scrollIntoView({ behavior: "smooth" });
  for (const [index, video] of videos.entries()) {
    observer.observe(video);
    video.addEventListener("ended", () => scrollTo(index + 1));
  }
  addEventListener("keydown", (event) => {
    if (event.key === "ArrowDown") scrollTo(current + 1);
    if (event.key === "ArrowUp") scrollTo(current - 1);
  });
}
