import { fillStyle, HLS_FILES, listEpisodes, toScriptJson } from "./page-parts.mjs";
import { installPeer, peerFile, peerTitle } from "./peers.mjs";

/**
 * Vidstack's web components from its CDN bundle, without a layout: a vertical page brings its own controls, and the
 * bundle is a third smaller. `load="eager"` is what its guide says for media that are needed at once. hls.js, icons and
 * captions come from where everything else does rather than from a CDN of strangers: hls.js in the way that the
 * documentation shows, the other two by an import map, since their addresses stand in the bundle.
 * Sources: https://vidstack.io/docs/player/getting-started/installation/cdn,
 * https://vidstack.io/docs/player/core-concepts/loading, https://vidstack.io/docs/player/api/providers/hls (`library`)
 *
 * @type {import("./contender.mjs").Contender}
 */
export const vidstack = {
  name: "vidstack",
  title: peerTitle("vidstack"),
  kinds: ["first-frame", "article-above"],
  async install() {
    await installPeer("vidstack");
    await installPeer("media-icons");
  },
  page({ origins, media, scenario }) {
    const [{ source, poster }] = listEpisodes({ origins, media }, "hls");
    const base = `${origins.scripts}/vidstack`;
    return {
      head: `<script type="importmap">${toScriptJson({ imports: importsFrom(base) })}</script>
<link rel="stylesheet" href="${base}/poster.css">
<script type="module" src="${base}/cdn/vidstack.js"></script>
${fillStyle("media-player", scenario.kind)}
<style>media-player video, media-poster img { inline-size: 100%; block-size: 100%; object-fit: cover !important }</style>`,
      body: `<media-player src="${source}" load="eager" autoplay muted playsinline crossorigin>
<media-provider><media-poster class="vds-poster" src="${poster}"></media-poster></media-provider>
</media-player>
<script>
  document.querySelector("media-player").addEventListener("provider-change", ({ detail: provider }) => {
    if (provider?.type === "hls") provider.library = "${origins.scripts}/hls.min.js";
  });
</script>`,
      files: {
        "/vidstack/cdn/": peerFile("vidstack", "cdn"),
        "/vidstack/poster.css": peerFile("vidstack", "player/styles/default/poster.css"),
        "/vidstack/icons/": peerFile("media-icons", "dist"),
        "/vidstack/captions/": peerFile("media-captions", "dist/prod"),
        "/hls.min.js": HLS_FILES.full,
      },
    };
  },
};

/** What the bundle imports from jsdelivr, from our own origin. */
function importsFrom(base) {
  return {
    "https://cdn.jsdelivr.net/npm/media-icons@1.1.5/dist/cdn.js/+esm": `${base}/icons/cdn.js`,
    "https://cdn.jsdelivr.net/npm/media-captions@1.0.4/dist/prod.js/+esm": `${base}/captions/index.js`,
  };
}
