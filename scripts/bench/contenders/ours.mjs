import { fromRoot } from "../../lib/paths.mjs";

/** What `npm run build` made, as a publisher copies it to a server. */
const CDN = fromRoot("packages/player/cdn");

/**
 * `<micro-drama>` as its README says to embed it, the manifest in the page.
 *
 * @type {import("./contender.mjs").Contender}
 */
export const ours = {
  name: "ours",
  title: "**micro-drama**",
  kinds: ["first-frame", "feed", "article-above", "article-below", "unlock"],
  autonext: true,
  page(at) {
    const { origins, media, scenario } = at;
    const isArticle = scenario.kind.startsWith("article");
    const script = scenario.kind === "article-below" ? "micro-drama-loader.js" : "micro-drama.js";
    const { poster, start } = media.episodes[0];
    const picture = `<img src="${origins.media}${poster}" width="720" height="1280" alt="Watch">`;
    const attributes = [
      isArticle ? "" : 'mode="page"',
      scenario.kind === "article-below" ? "" : "autoplay",
      scenario.endpoint ? `endpoint="${scenario.endpoint}"` : "",
    ];
    return {
      head: `
        <link rel="stylesheet" href="${origins.scripts}/micro-drama/micro-drama.css">
        ${scenario.kind === "article-below" ? "" : mediaHints({ origins, start })}
        <script type="module" async src="${origins.scripts}/micro-drama/${script}"></script>`,
      body: `<micro-drama ${attributes.join(" ")}>
          <script type="application/json">${JSON.stringify(describeSeries(at))}</script>
          <a href="/">${scenario.kind === "article-below" ? picture.replace("<img", '<img loading="lazy"') : picture}</a>
        </micro-drama>`,
      files: { "/micro-drama/": CDN },
    };
  },
};

/** What the published snippet asks for beside the script: the first bytes of the film. */
function mediaHints({ origins, start }) {
  const [{ init, segments }] = start.tracks;
  return [init, segments[0]]
    .map(({ url }) => `<link rel="preload" as="fetch" crossorigin href="${origins.media}${url}">`)
    .join("\n");
}

function describeSeries({ origins, media, scenario }) {
  const { locked = [] } = scenario;
  return {
    version: 1,
    id: "bench",
    title: "Bench",
    lang: "en",
    poster: origins.media + media.episodes[0].poster,
    episodes: media.episodes.map(({ id, number, duration, poster, hls, start }) => ({
      id,
      number,
      title: `Episode ${number}`,
      duration,
      poster: origins.media + poster,
      ...(locked.includes(number)
        ? { access: "locked" }
        : {
            access: "free",
            source: { type: "hls", url: origins.media + hls, start: absolute(start, origins.media) },
          }),
    })),
  };
}

/** Every `url` of a `start` descriptor, with its origin in front. */
function absolute(start, origin) {
  return JSON.parse(JSON.stringify(start), (key, value) => (key === "url" ? origin + value : value));
}
