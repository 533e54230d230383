/**
 * What the harness and the contenders agree on. A contender knows nothing of networks, browsers and clocks; the
 * harness knows nothing of players. Everything is judged by the pixels on the screen, so a page reports nothing.
 *
 * `contenders/all.mjs` exports `contenders: readonly Contender[]`, in the order of the tables; `media/prepare-media.mjs`
 * exports `prepareMedia({note: (words: string) => void}): Promise<Media>`, which makes the films once and keeps them
 * in `.data/bench`.
 *
 * @typedef {"first-frame" | "feed" | "article-above" | "article-below" | "unlock"} Kind
 *   `first-frame`: episode 1 fills the viewport and plays by itself, muted.
 *   `feed`: the same, and a finger that goes up (from y 620 to y 220 within 100 ms) leads to the next episode; at
 *     the end of an episode the next one begins by itself if the contender can do that (`autonext`).
 *   `article-above`, `article-below`: the fragment stands in an article, 358 px wide (9:16), above the fold and
 *     playing by itself, or 3000 px below it. The article around it is the harness' and the same for all.
 *   `unlock`: a feed with locked episodes (`scenario.locked`) and a platform behind `scenario.endpoint`.
 *
 * @typedef {object} Origins three host names on one machine, without a slash at the end
 * @property {string} page where the document comes from
 * @property {string} scripts where `files` come from, with brotli, and with CORS headers
 * @property {string} media where films and posters come from, with CORS headers and byte ranges
 *
 * @typedef {object} Episode every `url` is a path on the media origin, beginning with `/`
 * @property {string} id `e01`, `e02`, …
 * @property {number} number from 1; the pixels of the film carry it
 * @property {number} duration in seconds, at least 20
 * @property {string} hls the multivariant playlist: CMAF, 0.35, 0.9 and 1.8 Mbit/s, audio muxed in
 * @property {string} mp4 one progressive file of the middle rendition, `moov` in front
 * @property {string} poster the first frame, with the pattern's bit that says poster
 * @property {object} start the `start` descriptor of the series manifest, its URLs as paths like all others
 *
 * @typedef {object} Media
 * @property {string} folder on the disk, served as the root of the media origin
 * @property {readonly Episode[]} episodes at least 25 of them
 *
 * @typedef {object} Scenario
 * @property {Kind} kind
 * @property {readonly number[]} [locked] numbers of the episodes without a source in the page (`unlock` only)
 * @property {string} [endpoint] base URL of the platform (`unlock` only), on the media origin
 *
 * @typedef {object} Page
 * @property {string} head goes into `<head>`, after `<meta charset>`, viewport, and a style that takes the margins away
 * @property {string} body goes into `<body>`, or into the article
 * @property {Readonly<Record<string, string>>} [files] path on the scripts origin → absolute path on the disk. A
 *   path that ends in `/` maps to a folder.
 *
 * @typedef {object} Contender
 * @property {string} name a short word for `--only` and the JSON: `floor`, `hints`, `mp4`, `mux`, `videojs`,
 *   `vidstack`, `feed`, `ours`
 * @property {string} title a few words for the tables
 * @property {readonly Kind[]} kinds what it can do
 * @property {boolean} [autonext] whether its feed goes on by itself
 * @property {() => Promise<void>} [install] fetches what it needs, once; called before any measurement
 * @property {(at: {origins: Origins, media: Media, scenario: Scenario}) => Page | Promise<Page>} page
 */

export {};
