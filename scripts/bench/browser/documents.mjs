/** A column of text about nothing, long enough to scroll. */
const PARAGRAPH =
  "The harbour keeps its own time. In the morning the boats go out while the town is still asleep, and in the " +
  "evening they come back with the light, one after the other, as if somebody had counted them. Nobody has. ";
const BELOW_THE_FOLD_PX = 3000;

/**
 * The document around a contender's fragment: nothing for a player that is the page, an article for one that stands
 * in it. The same for all.
 *
 * @param {import("../contenders/contender.mjs").Page} page
 * @param {import("../contenders/contender.mjs").Kind} kind
 * @returns {string}
 */
export function composeDocument({ head, body }, kind) {
  const isArticle = kind.startsWith("article");
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>Bench</title>
<link rel="icon" href="data:,">
<style>${isArticle ? ARTICLE_STYLE : PAGE_STYLE}</style>
${head}
</head>
<body>
${isArticle ? composeArticle(body, kind) : body}
</body>
</html>`;
}

const PAGE_STYLE = "html, body { margin: 0; block-size: 100%; background: #000; overscroll-behavior: none }";

/** The gap makes "below the fold" the same distance for everybody. */
const ARTICLE_STYLE = `body { margin: 16px; font: 18px/1.5 serif } .gap { block-size: ${BELOW_THE_FOLD_PX}px; overflow: hidden }`;

function composeArticle(body, kind) {
  const text = `<p>${PARAGRAPH.repeat(3)}</p>`;
  const gap = kind === "article-below" ? `<div class="gap">${text.repeat(12)}</div>` : "";
  return `<article><h1>The harbour</h1>${gap}${body}${text.repeat(6)}</article>`;
}
