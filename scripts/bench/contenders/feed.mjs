import { fromRoot } from "../../lib/paths.mjs";
import { listUrls } from "./page-parts.mjs";

/**
 * The feed that a good developer writes in a day: scroll-snap, one `<video>` per episode, hls.js on the one that is
 * seen and on its two neighbours, posters on all.
 *
 * @type {import("./contender.mjs").Contender}
 */
export const feed = {
  name: "feed",
  title: "hand-written feed, three hls.js",
  kinds: ["first-frame", "feed"],
  page: (at) => ({
    head: `<style>
        .feed { block-size: 100svh; overflow-y: scroll; scroll-snap-type: y mandatory }
        .slide { block-size: 100svh; scroll-snap-align: start; scroll-snap-stop: always }
        .slide video { inline-size: 100%; block-size: 100%; object-fit: cover; background: #000 }
      </style>`,
    body: `
      <div class="feed"></div>
      <script src="${at.origins.scripts}/hls.min.js"></script>
      <script>
        const urls = ${listUrls(at, "hls")};
        const posters = ${listUrls(at, "poster")};
        const players = new Map();
        const feed = document.querySelector(".feed");
        const slides = urls.map((url, index) => {
          const slide = document.createElement("section");
          slide.className = "slide";
          const video = document.createElement("video");
          Object.assign(video, { muted: true, playsInline: true, loop: false });
          if (index < 2) video.poster = posters[index];
          slide.append(video);
          feed.append(slide);
          return { slide, video };
        });
        function load(index) {
          if (players.has(index)) return;
          const hls = new Hls();
          hls.loadSource(urls[index]);
          hls.attachMedia(slides[index].video);
          slides[index].video.poster = posters[index];
          players.set(index, hls);
        }
        function show(index) {
          for (const near of [index, index + 1, index - 1]) if (slides[near]) load(near);
          for (const [other, hls] of players) {
            if (Math.abs(other - index) > 1) { hls.destroy(); players.delete(other); }
            if (other !== index) slides[other].video.pause();
          }
          slides[index].video.play().catch(() => {});
        }
        const observer = new IntersectionObserver((entries) => {
          for (const { isIntersecting, target } of entries) {
            if (isIntersecting) show(slides.findIndex(({ slide }) => slide === target));
          }
        }, { root: feed, threshold: 0.6 });
        for (const { slide } of slides) observer.observe(slide);
      </script>`,
    files: { "/hls.min.js": fromRoot("node_modules/hls.js/dist/hls.min.js") },
  }),
};
