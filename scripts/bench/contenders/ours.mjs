import { fromRoot } from "../../lib/paths.mjs";
import { toScriptJson } from "./page-parts.mjs";

/**
 * This repository's player as it lies in `packages/player/cdn`, with what `micro-drama-packager snippet --inline
 * --autoplay --pinned` prints: style sheet, script, the manifest as an inline JSON child, hints for the script
 * and the first bytes of the film, a link with the poster inside. Below the fold it is the loader's turn, and nothing is hinted.
 *
 * @type {import("./contender.mjs").Contender}
 */
export const ours = {
  name: "ours",
  title: "micro-drama",
  kinds: ["first-frame", "feed", "article-above", "article-below", "unlock"],
  autonext: true,
  page({ origins, media, scenario }) {
    const isBelow = scenario.kind === "article-below";
    const entry = isBelow ? "micro-drama-loader.js" : "micro-drama.js";
    const cdn = `${origins.scripts}/micro-drama`;
    return {
      head: `<link rel="stylesheet" href="${cdn}/micro-drama.css">
${isBelow ? "" : hintsFor({ origins, media })}
<script type="module" async src="${cdn}/${entry}"></script>`,
      body: `<micro-drama ${attributes({ origins, scenario })}>
<script type="application/json">${toScriptJson(toSeries(media, scenario))}</script>
<a href="/watch"><img src="${origins.media}${media.episodes[0].poster}" width="540" height="960" alt="Watch"${isBelow ? ' loading="lazy"' : ""}></a>
</micro-drama>`,
      files: { "/micro-drama/": fromRoot("packages/player/cdn") },
    };
  },
};

function attributes({ origins, scenario }) {
  const mode = scenario.kind.startsWith("article") ? "inline" : "page";
  // Says only what the URLs of the inline manifest are relative to; it is not fetched.
  const src = `src="${origins.media}/series.json"`;
  const endpoint = scenario.endpoint ? ` endpoint="${scenario.endpoint}"` : "";
  return `${src} mode="${mode}" autoplay muted${endpoint}`;
}

function hintsFor({ origins, media }) {
  const { poster, start } = media.episodes[0];
  const [{ init, segments }] = start.tracks;
  const cdn = `${origins.scripts}/micro-drama`;
  return [
    `<link rel="modulepreload" href="${cdn}/micro-drama.js">`,
    ...[init.url, segments[0].url].map(
      (path) =>
        `<link rel="preload" as="fetch" fetchpriority="high" crossorigin href="${origins.media}${path}">`,
    ),
    `<link rel="preload" as="image" fetchpriority="high" href="${origins.media}${poster}">`,
  ].join("\n");
}

/** The manifest of the bench series, its URLs relative to the media origin. */
function toSeries({ episodes }, { locked = [] }) {
  return {
    version: 1,
    id: "bench",
    title: "The bench",
    lang: "en",
    episodes: episodes.map(({ id, number, duration, poster, hls, start }) => ({
      id,
      number,
      title: `Episode ${number}`,
      duration,
      poster,
      ...(locked.includes(number)
        ? { access: "locked" }
        : { access: "free", source: { type: "hls", url: hls, start } }),
    })),
  };
}
