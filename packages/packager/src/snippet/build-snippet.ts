import { type Episode, parseSeries } from "@micro-drama/protocol";

/** Where things lie on the web, and what the page wants. */
export interface SnippetOptions {
  /** Public URL of the manifest. */
  readonly manifestUrl: string;
  /** URL of `micro-drama.js`; the style sheet lies beside it. */
  readonly script: string;
  /**
   * URL of the chunk that `micro-drama.js` of one version imports; saves a round trip where the script does not begin
   * the film before it needs that chunk. Default: none, because the name changes with every version.
   */
  readonly core?: string | undefined;
  /** Base URL of the platform. */
  readonly endpoint?: string | undefined;
  /** Where the fallback link leads. Default: the manifest. */
  readonly href?: string | undefined;
  /** The film starts by itself: then its first bytes are fetched with the page. */
  readonly autoplay?: boolean | undefined;
  /** The manifest stands in the page, so that it needs no request. */
  readonly inline?: boolean | undefined;
}

/**
 * The HTML that puts a series on a page and lets the browser fetch, beside the script, what the first frame needs.
 * Only what the player asks for for certain is named: the hints of an inline player that waits for a tap name no media.
 * @throws {ParseError} when the manifest is not one
 */
export function buildSnippet(manifest: unknown, options: SnippetOptions): string {
  const { manifestUrl, script, core, endpoint, href = manifestUrl, autoplay, inline } = options;
  const { warnings: _read, ...series } = parseSeries(manifest, { baseUrl: manifestUrl });
  const [first] = series.episodes;
  const poster = first?.poster ?? series.poster;
  const film = autoplay ? startUrls(first) : [];
  // The script begins such a film by itself; the rest of the player would only share the network with it.
  const isBegunEarly = inline && film.length > 0;
  const hints = [
    ...(inline ? [] : [asFetch(manifestUrl)]),
    ...film.map((url) => asFetch(url, ' fetchpriority="high"')),
    ...(poster ? [`<link rel="preload" as="image" fetchpriority="high" href="${attribute(poster)}">`] : []),
  ];
  const attributes = [
    ...(inline ? [] : [`src="${attribute(manifestUrl)}"`]),
    ...(endpoint ? [`endpoint="${attribute(endpoint)}"`] : []),
    ...(autoplay ? ["autoplay"] : []),
  ];
  const json = inline
    ? [`  <script type="application/json">${data({ version: 1, ...series })}</script>`]
    : [];
  const words = attribute(`Watch ${series.title}`);
  const fallback = poster
    ? `<img src="${attribute(poster)}" width="720" height="1280" alt="${words}">`
    : words;
  return [
    `<link rel="stylesheet" href="${attribute(new URL("micro-drama.css", script).href)}">`,
    ...[script, ...(core && !isBegunEarly ? [core] : [])].map(
      (url) => `<link rel="modulepreload" href="${attribute(url)}">`,
    ),
    ...hints,
    `<script type="module" async src="${attribute(script)}"></script>`,
    "",
    `<micro-drama${attributes.map((each) => ` ${each}`).join("")}>`,
    ...json,
    `  <a href="${attribute(href)}">${fallback}</a>`,
    "</micro-drama>",
    "",
  ].join("\n");
}

/** The files of an episode's first frame; parts of a larger file cannot be named in a hint. */
function startUrls(episode: Episode | undefined): readonly string[] {
  const track = episode?.source?.start?.tracks[0];
  return [track?.init, track?.segments[0]].flatMap((bytes) => (bytes && !bytes.byteRange ? [bytes.url] : []));
}

/** `crossorigin` even for the own origin: the player asks with CORS, and a hint of another mode is fetched twice. */
function asFetch(url: string, more = ""): string {
  return `<link rel="preload" as="fetch"${more} crossorigin href="${attribute(url)}">`;
}

function attribute(text: string): string {
  return text.replaceAll("&", "&amp;").replaceAll('"', "&quot;").replaceAll("<", "&lt;");
}

/** JSON that cannot end the script element around it. */
function data(value: unknown): string {
  return JSON.stringify(value).replaceAll("<", "\\u003c");
}
