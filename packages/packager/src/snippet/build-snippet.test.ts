import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { parseSeries } from "@micro-drama/protocol";
import { buildSnippet } from "./build-snippet.js";

const start = {
  bandwidth: 400_000,
  tracks: [
    {
      codecs: "avc1.64001e,mp4a.40.2",
      init: { url: "e01/init.mp4" },
      segments: [0, 1].map((at) => ({ url: `e01/${at}.m4s`, duration: 2 })),
    },
  ],
};
const manifest = {
  ...{ version: 1, id: "s", title: 'The </script> & "series"', poster: "poster.webp" },
  episodes: [
    {
      ...{ id: "e01", number: 1, title: "One", poster: "posters/e01.webp", access: "free" },
      source: { type: "hls", url: "e01/main.m3u8", start },
    },
  ],
};
const options = {
  manifestUrl: "https://cdn.example/s/series.json?a=1&b=2",
  script: "https://cdn.example/player/micro-drama.js",
};
const hintsOf = (html: string): readonly string[] =>
  [...html.matchAll(/rel="preload" as="(\w+)".* href="([^"]*)"/g)].map(([, as, href]) => `${as} ${href}`);

describe("buildSnippet", () => {
  it("names the manifest and the poster, and no media for a player that waits for a tap", () => {
    assert.deepEqual(hintsOf(buildSnippet(manifest, options)), [
      "fetch https://cdn.example/s/series.json?a=1&amp;b=2",
      "image https://cdn.example/s/posters/e01.webp",
    ]);
  });

  it("names the init and the first segment of a film that starts by itself", () => {
    assert.deepEqual(hintsOf(buildSnippet(manifest, { ...options, autoplay: true })).slice(1, 3), [
      "fetch https://cdn.example/s/e01/init.mp4",
      "fetch https://cdn.example/s/e01/0.m4s",
    ]);
  });

  it("names the chunk behind the script of a pinned version", () => {
    const core = "https://cdn.example/player/chunks/core-a.js";
    const modules = (html: string) =>
      [...html.matchAll(/"modulepreload" href="([^"]*)"/g)].map(([, url]) => url);
    assert.deepEqual(modules(buildSnippet(manifest, options)), [options.script]);
    assert.deepEqual(modules(buildSnippet(manifest, { ...options, core })), [options.script, core]);
    const early = { ...options, core, autoplay: true, inline: true };
    assert.deepEqual(modules(buildSnippet(manifest, early)), [options.script]);
  });

  it("puts the manifest into the page, with whole addresses and nothing that ends the script", () => {
    const html = buildSnippet(manifest, { ...options, inline: true });
    assert.deepEqual(hintsOf(html), ["image https://cdn.example/s/posters/e01.webp"]);
    const json = /json">(.*?)<\/script>/.exec(html)?.[1] ?? "";
    assert.deepEqual(parseSeries(JSON.parse(json)), parseSeries(manifest, { baseUrl: options.manifestUrl }));
    assert.doesNotMatch(html, /<micro-drama[^>]* src=/);
  });

  it("writes the platform, the link and the title as the page needs them", () => {
    const html = buildSnippet(manifest, { ...options, endpoint: "https://api.example", href: "/watch" });
    assert.match(html, /endpoint="https:\/\/api\.example"/);
    assert.match(html, /<a href="\/watch"><img [^>]*alt="Watch The &lt;\/script> &amp; &quot;series&quot;"/);
    assert.match(html, /href="https:\/\/cdn\.example\/player\/micro-drama\.css"/);
  });
});
