import { fillStyle, listEpisodes, swapFeed } from "./page-parts.mjs";
import { installPeer, peerFile, peerTitle } from "./peers.mjs";

/**
 * mux-player from its CDN bundle, with a source of one's own and without its controls. Tracking is off, which spares
 * it a beacon. As a feed: another `src` on a swipe. (Mux calls it in maintenance mode since Video.js 10; it is what many pages have.)
 * Sources: https://www.npmjs.com/package/@mux/mux-player (CDN),
 * https://www.mux.com/docs/guides/player-api-reference/html (`src`, `autoplay="muted"`, `--media-object-fit`)
 *
 * @type {import("./contender.mjs").Contender}
 */
export const mux = {
  name: "mux",
  title: peerTitle("@mux/mux-player"),
  kinds: ["first-frame", "feed", "article-above"],
  autonext: true,
  install: () => installPeer("@mux/mux-player"),
  page({ origins, media, scenario }) {
    const episodes = listEpisodes({ origins, media }, "hls");
    const [{ source, poster }] = episodes;
    const feed = `<script>
  const player = document.querySelector("mux-player");
  function show({ source, poster }) {
    player.poster = poster;
    player.src = source;
    player.play()?.catch(() => {});
  }
  ${swapFeed(episodes, "player")}
</script>`;
    return {
      head: `${fillStyle("mux-player", scenario.kind)}
<style>mux-player { --controls: none; --media-object-fit: cover }</style>
<script src="${origins.scripts}/mux-player.js" defer></script>`,
      body: `<mux-player src="${source}" poster="${poster}" stream-type="on-demand" autoplay="muted" muted playsinline disable-tracking disable-cookies nohotkeys></mux-player>
${scenario.kind === "feed" ? feed : ""}`,
      files: { "/mux-player.js": peerFile("@mux/mux-player", "dist/mux-player.js") },
    };
  },
};
