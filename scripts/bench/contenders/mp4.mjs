import { boxStyle, flickScript, listUrls } from "./page-parts.mjs";

/**
 * A progressive file in a `<video>`: no script, one quality, no adaptation. The nearest thing to a limit.
 *
 * @type {import("./contender.mjs").Contender}
 */
export const mp4 = {
  name: "mp4",
  title: "plain MP4, 0.9 Mbit/s",
  kinds: ["first-frame", "feed"],
  page: (at) => {
    const [first] = at.media.episodes;
    const poster = `poster="${at.origins.media}${first.poster}"`;
    return {
      head: boxStyle("video", at.scenario.kind),
      body: `
        <video muted autoplay playsinline ${poster} src="${at.origins.media}${first.mp4}"></video>
        <script>
          const urls = ${listUrls(at, "mp4")};
          const posters = ${listUrls(at, "poster")};
          const video = document.querySelector("video");
          function go(index) {
            video.poster = posters[index];
            video.src = urls[index];
            video.play().catch(() => {});
          }
          ${flickScript(at.scenario.kind, at.media.episodes.length)}
        </script>`,
    };
  },
};
