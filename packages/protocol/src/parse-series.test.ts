import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { ParseError } from "./errors.js";
import { parseSeries } from "./parse-series.js";

const BASE = { baseUrl: "https://cdn.example/lantern/series.json" };

function manifest(
  change: (draft: Record<string, unknown>, episodes: Record<string, unknown>[]) => void = () => {},
) {
  const episodes: Record<string, unknown>[] = [
    { id: "e01", number: 1, title: "One", access: "free", source: { type: "hls", url: "e01/main.m3u8" } },
    { id: "e02", number: 2, title: "Two", access: "locked", poster: "posters/e02.webp" },
    { id: "e03", number: 3, title: "Three", access: "unpublished", publishAt: "2027-01-10T18:00:00Z" },
  ];
  const draft: Record<string, unknown> = { version: 1, id: "lantern", title: "The Lantern", episodes };
  change(draft, episodes);
  return draft;
}

function pathOf(json: unknown): string {
  try {
    parseSeries(json, BASE);
  } catch (error) {
    if (error instanceof ParseError) return error.path;
    throw error;
  }
  return "parsed";
}

describe("parseSeries", () => {
  it("reads the teaser of a locked episode, and of no other", () => {
    const teased = manifest((_draft, episodes) => {
      for (const episode of episodes) episode.teaser = "teaser.mp4";
    });
    assert.deepEqual(
      parseSeries(teased, BASE).episodes.map(({ teaser }) => teaser),
      [undefined, "https://cdn.example/lantern/teaser.mp4", undefined],
    );
  });

  it("makes every URL absolute and freezes the result", () => {
    const series = parseSeries(manifest(), BASE);
    assert.equal(series.episodes[0]?.source?.url, "https://cdn.example/lantern/e01/main.m3u8");
    assert.equal(series.episodes[1]?.poster, "https://cdn.example/lantern/posters/e02.webp");
    assert.equal(series.lang, "en");
    assert.ok(
      Object.isFrozen(series) && Object.isFrozen(series.episodes) && Object.isFrozen(series.episodes[0]),
    );
  });

  it("names the JSON path of what is wrong", () => {
    const cases: [string, ReturnType<typeof manifest>][] = [
      [
        "$.version",
        manifest((draft) => {
          draft.version = 2;
        }),
      ],
      [
        "$.id",
        manifest((draft) => {
          draft.id = "a/b";
        }),
      ],
      [
        "$.title",
        manifest((draft) => {
          delete draft.title;
        }),
      ],
      [
        "$.episodes",
        manifest((draft) => {
          draft.episodes = [];
        }),
      ],
      [
        "$.episodes[1].number",
        manifest((_, episodes) => {
          Object.assign(episodes[1] ?? {}, { number: 0 });
        }),
      ],
      [
        "$.episodes[0].source",
        manifest((_, episodes) => {
          delete episodes[0]?.source;
        }),
      ],
      [
        "$.episodes[0].source.type",
        manifest((_, episodes) => {
          Object.assign(episodes[0] ?? {}, { source: { type: "dash", url: "x" } });
        }),
      ],
      [
        "$.episodes[2].id",
        manifest((_, episodes) => {
          Object.assign(episodes[2] ?? {}, { id: "e01" });
        }),
      ],
      [
        "$.episodes[2].publishAt",
        manifest((_, episodes) => {
          Object.assign(episodes[2] ?? {}, { publishAt: "soon" });
        }),
      ],
    ];
    for (const [path, json] of cases) assert.equal(pathOf(json), path);
    for (const junk of [null, [], "series", 7]) assert.equal(pathOf(junk), "$");
  });

  it("says what stood there and what was expected", () => {
    assert.throws(
      () =>
        parseSeries(
          manifest((draft) => {
            draft.id = 7;
          }),
          BASE,
        ),
      {
        message: "$.id: expected an id of 1–64 letters, digits, '.', '_' or '-', got 7",
      },
    );
  });

  it("takes the media of a locked episode away, with a warning, whatever its fields", () => {
    const series = parseSeries(
      manifest((_, episodes) => {
        Object.assign(episodes[1] ?? {}, {
          source: { type: "hls", url: "secret/main.m3u8" },
          captions: [{ lang: "en", url: "secret/en.vtt" }],
        });
      }),
      BASE,
    );
    assert.equal(series.warnings[0]?.code, "unsafe-catalogue");
    assert.equal(series.warnings[0]?.path, "$.episodes[1].source");
    assert.ok(!JSON.stringify(series.episodes).includes("secret"));
  });

  it("refuses script URLs where media is meant and drops them where a picture is meant", () => {
    const media = manifest((_, episodes) => {
      Object.assign(episodes[0] ?? {}, { source: { type: "mp4", url: "javascript:alert(1)" } });
    });
    assert.equal(pathOf(media), "$.episodes[0].source.url");
    const picture = parseSeries(
      manifest((draft) => {
        draft.poster = "javascript:alert(1)";
      }),
      BASE,
    );
    assert.equal(picture.poster, undefined);
    assert.equal(picture.warnings[0]?.code, "bad-url");
  });

  it("plays without a start descriptor that is wrong", () => {
    const series = parseSeries(
      manifest((_, episodes) => {
        Object.assign(episodes[0] ?? {}, {
          source: { type: "hls", url: "a.m3u8", start: { bandwidth: "fast" } },
        });
      }),
      BASE,
    );
    assert.equal(series.episodes[0]?.source?.start, undefined);
    assert.equal(series.warnings[0]?.path, "$.episodes[0].source.start.bandwidth");
  });

  it("skips fields of later versions", () => {
    const series = parseSeries(
      manifest((draft) => {
        draft.season = { number: 2 };
      }),
      BASE,
    );
    assert.ok(!("season" in series));
  });
});
