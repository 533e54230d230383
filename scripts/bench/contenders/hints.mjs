import { fillStyle, HLS_FILES, listEpisodes } from "./page-parts.mjs";

/**
 * What a performance-minded developer makes of the floor: the light build of hls.js, and preload hints for the
 * script, both playlists, the init and the first segment, so that all of them are under way with the document.
 * hls.js begins with the first rendition of the multivariant playlist, which is the one that `start` describes.
 * Sources: https://github.com/video-dev/hls.js/blob/master/docs/API.md (light build),
 * https://web.dev/articles/preload-critical-assets
 *
 * @type {import("./contender.mjs").Contender}
 */
export const hints = {
  name: "hints",
  title: "hls.js light + preload hints",
  kinds: ["first-frame"],
  page({ origins, media, scenario }) {
    const [{ source, poster }] = listEpisodes({ origins, media }, "hls");
    const [{ hls, start }] = media.episodes;
    const [{ init, segments }] = start.tracks;
    const playlist = init.url.replace(/[^/]*$/, "index.m3u8");
    const fetched = [hls, playlist, init.url, segments[0].url].map(
      (path) => `<link rel="preload" as="fetch" crossorigin href="${origins.media}${path}">`,
    );
    return {
      head: `${fillStyle("video", scenario.kind)}
<link rel="preload" as="script" href="${origins.scripts}/hls.light.min.js">
${fetched.join("\n")}`,
      body: `<video muted autoplay playsinline poster="${poster}"></video>
<script src="${origins.scripts}/hls.light.min.js"></script>
<script>
  const video = document.querySelector("video");
  const hls = new Hls();
  hls.loadSource(${JSON.stringify(source)});
  hls.attachMedia(video);
  hls.on(Hls.Events.MANIFEST_PARSED, () => video.play().catch(() => {}));
</script>`,
      files: { "/hls.light.min.js": HLS_FILES.light },
    };
  },
};
