import { fillStyle, listEpisodes } from "./page-parts.mjs";
import { installPeer, peerFile, peerTitle } from "./peers.mjs";

/**
 * Video.js 8 as its README shows it: style sheet and script in the head, `data-setup`. `overrideNative` is what its
 * documentation asks for where HLS is to be played by its own engine rather than by the browser's: Chromium's answer
 * to `canPlayType` has become "maybe".
 * Sources: https://videojs.com/getting-started, https://github.com/videojs/http-streaming#overridenative
 *
 * @type {import("./contender.mjs").Contender}
 */
export const videojs = {
  name: "videojs",
  title: peerTitle("video.js"),
  kinds: ["first-frame", "article-above"],
  install: () => installPeer("video.js"),
  page({ origins, media, scenario }) {
    const [{ source, poster }] = listEpisodes({ origins, media }, "hls");
    const setup = JSON.stringify({ fill: true, html5: { vhs: { overrideNative: true } } });
    return {
      head: `<link href="${origins.scripts}/video-js.min.css" rel="stylesheet">
<script src="${origins.scripts}/video.min.js"></script>
${fillStyle("#film", scenario.kind)}
<style>.video-js .vjs-tech, .vjs-poster img { object-fit: cover !important }</style>`,
      body: `<div id="film"><video class="video-js" controls muted autoplay playsinline preload="auto" poster="${poster}" data-setup='${setup}'>
<source src="${source}" type="application/x-mpegURL"></video></div>`,
      files: {
        "/video-js.min.css": peerFile("video.js", "dist/video-js.min.css"),
        "/video.min.js": peerFile("video.js", "dist/video.min.js"),
      },
    };
  },
};
