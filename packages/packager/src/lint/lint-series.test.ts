import assert from "node:assert/strict";
import { cp, mkdir, readdir, readFile, rm, truncate, writeFile } from "node:fs/promises";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { join } from "node:path";
import { before, describe, it } from "node:test";
import { packageSeries } from "../package-series.js";
import { makeCaption, makeFilm, scratch } from "../testing/films.js";
import { lintSeries } from "./lint-series.js";

/** Parts of a manifest that the tests bend. */
interface Manifest {
  episodes: Record<string, unknown>[];
  [key: string]: unknown;
}

describe("lintSeries", async () => {
  const root = await scratch();
  const sound = join(root, "sound-series");
  let copies = 0;

  before(async () => {
    const films = join(root, "films");
    await mkdir(films);
    await makeFilm(join(films, "e01.mp4"), { size: "540x960", seconds: 5 });
    await makeFilm(join(films, "e02.mp4"));
    await makeCaption(join(films, "e01.en.vtt"), "Hello");
    await packageSeries({ films, out: sound, free: 1, effort: { preset: "ultrafast", crf: 35 } });
    await rm(join(sound, ".packager"), { recursive: true });
  });

  /** Breaks a copy of the sound series and returns what is found, one line per finding. */
  async function findingsAfter(spoil: (folder: string) => Promise<void>): Promise<readonly string[]> {
    copies += 1;
    const folder = join(root, `copy-${copies}`);
    await cp(sound, folder, { recursive: true });
    await spoil(folder);
    const { findings } = await lintSeries(join(folder, "public", "series.json"));
    for (const { mend } of findings) assert.match(mend, /^[A-Z].*\S$/s);
    return findings.map(({ severity, path, message }) => `${severity} ${path}: ${message}`);
  }
  const bend = (change: (manifest: Manifest) => void) => async (folder: string) => {
    const path = join(folder, "public", "series.json");
    const manifest = JSON.parse(await readFile(path, "utf8")) as Manifest;
    change(manifest);
    await writeFile(path, JSON.stringify(manifest));
  };
  const rewrite = (file: string, from: string | RegExp, to: string) => async (folder: string) => {
    const path = join(folder, "public", file);
    const text = await readFile(path, "utf8");
    assert.notEqual(text.replace(from, to), text);
    await writeFile(path, text.replace(from, to));
  };
  const has = (findings: readonly string[], pattern: RegExp) =>
    assert.ok(
      findings.some((finding) => pattern.test(finding)),
      `${pattern} is not among\n${findings.join("\n")}`,
    );

  it("finds nothing in what the packager makes, and looks at locked episodes too", async () => {
    const report = await lintSeries(join(sound, "public", "series.json"));
    assert.deepEqual(report.findings, []);
    const files = (await readdir(sound, { recursive: true })).filter((name) => /\.\w+$/.test(name));
    assert.equal(report.files, files.length);
  });

  it("reports every fault of a manifest at once, at its place", async () => {
    const found = await findingsAfter(
      bend((manifest) => {
        const [first, second] = manifest.episodes;
        manifest.lang = 7;
        manifest.episodes.push(
          { ...second, access: "open" },
          { ...second, id: "e04", number: 4, title: undefined },
        );
        if (second) second.source = first?.source;
      }),
    );
    has(found, /^error \$\.lang: expected a language tag/);
    has(
      found,
      /^error \$\.episodes\[1\]\.source: Episode 'e02' is locked but its media stands in this public/,
    );
    has(found, /^error \$\.episodes\[2\]\.access: expected one of/);
    has(found, /^error \$\.episodes\[2\]\.id: the id "e02" is that of \$\.episodes\[1\], too/);
    has(found, /^error \$\.episodes\[2\]\.number: the number 2 is that of/);
    has(found, /^error \$\.episodes\[3\]\.title: expected text/);
  });

  it("misses files", async () => {
    const found = await findingsAfter(async (folder) => {
      const open = join(folder, "public");
      for (const file of ["posters/e02.webp", "e01/en.vtt", "e01/540/playlist.m3u8", "e01/360/1.m4s"])
        await rm(join(open, file));
    });
    has(found, /^error \$\.episodes\[1\]\.poster: posters\/e02\.webp: the file is not there/);
    has(found, /^error \$\.episodes\[0\]\.captions\[0\]\.url: e01\/en\.vtt: the file is not there/);
    has(found, /^error \$\.episodes\[0\]\.source → 540\/playlist\.m3u8: .*the file is not there/);
    has(found, /^error \$\.episodes\[0\]\.source → 360\/playlist\.m3u8 → 360\/1\.m4s: the file is not there/);
  });

  it("compares playlists with the files", async () => {
    has(
      await findingsAfter(rewrite("e01/main.m3u8", /CODECS="[^"]*",/, "")),
      /360\/playlist\.m3u8: has no CODECS/,
    );
    has(
      await findingsAfter(rewrite("e01/main.m3u8", /mp4a\.40\.2/, "mp4a.40.5")),
      /CODECS says avc1\.\w+,mp4a\.40\.5, the file says avc1\.\w+,mp4a\.40\.2/,
    );
    has(
      await findingsAfter(rewrite("e01/main.m3u8", "360x640", "640x360")),
      /warning .*RESOLUTION says 640x360/,
    );
    has(
      await findingsAfter(rewrite("e01/main.m3u8", /BANDWIDTH=\d+/, "BANDWIDTH=9")),
      /warning .*BANDWIDTH says 9, /,
    );
    has(
      await findingsAfter(rewrite("e01/360/playlist.m3u8", "#EXT-X-ENDLIST\n", "")),
      /has no EXT-X-ENDLIST/,
    );
    const stretched = await findingsAfter(rewrite("e01/360/playlist.m3u8", "EXTINF:1.0", "EXTINF:2.4"));
    has(stretched, /warning .*the first segment lasts 2\.40 s/);
    has(stretched, /360\/0\.m4s: EXTINF says 2\.400 s, the file lasts 1\.000 s/);
    has(stretched, /540\/playlist\.m3u8: segment 0 does not begin and end with that of 360\/playlist\.m3u8/);
    has(stretched, /^error \$\.episodes\[0\]\.duration: is 5 s, but the playlist lasts 6\.40 s/);
  });

  it("looks into segments", async () => {
    const cut = await findingsAfter((folder) => truncate(join(folder, "public/e01/360/2.m4s"), 900));
    has(cut, /360\/2\.m4s: is cut off: 900 of \d+ bytes/);
    const swapped = await findingsAfter((folder) =>
      cp(join(folder, "public/e01/540/init.mp4"), join(folder, "public/e01/540/1.m4s")),
    );
    has(swapped, /540\/1\.m4s: is no media segment of this rendition/);
    const repeated = await findingsAfter((folder) =>
      cp(join(folder, "public/e01/540/1.m4s"), join(folder, "public/e01/540/2.m4s")),
    );
    has(repeated, /540\/playlist\.m3u8: segment 2 does not begin and end/);
  });

  it("holds the start descriptor against the files", async () => {
    type Start = {
      bandwidth: number;
      tracks: { codecs: string; segments: { url: string; duration: number }[] }[];
    };
    const bendStart = (change: (start: Start) => void) =>
      bend(({ episodes: [first] }) => {
        assert.ok(first);
        change((first.source as { start: Start }).start);
      });
    const track = (start: Start) => start.tracks[0] ?? assert.fail("no track");
    const at = "\\$\\.episodes\\[0\\]\\.source\\.start";
    has(
      await findingsAfter(bendStart((start) => track(start).segments.pop())),
      new RegExp(`error ${at}.*lists 3\\.00 s`),
    );
    has(
      await findingsAfter(bendStart((start) => track(start).segments.shift())),
      new RegExp(
        `error ${at}\\.tracks\\[0\\]\\.segments\\[0\\]: is 360/1\\.m4s, the playlist has 360/0\\.m4s here`,
      ),
    );
    has(
      await findingsAfter(
        bendStart((start) => {
          track(start).codecs = "avc1.42c00b,mp4a.40.2";
        }),
      ),
      new RegExp(`error ${at}\\.tracks\\[0\\]\\.codecs: says avc1\\.42c00b`),
    );
    has(
      await findingsAfter(
        bendStart((start) => {
          start.bandwidth = 1;
        }),
      ),
      new RegExp(`warning ${at}\\.bandwidth: is 1, BANDWIDTH`),
    );
  });

  it("reads captions and posters", async () => {
    const late = "WEBVTT\n\n00:00:01.000 --> 00:00:09.000\nLate\n";
    const captions = await findingsAfter((folder) => writeFile(join(folder, "public/e01/en.vtt"), late));
    has(captions, /warning .*captions\[0\]\.url: e01\/en\.vtt goes on until 9 s, the episode ends at 5 s/);
    const srt = await findingsAfter((folder) =>
      writeFile(join(folder, "public/e01/en.vtt"), "1\n00:00,0 --> 00:01,0\nHi"),
    );
    has(srt, /error .*e01\/en\.vtt, line 1: does not begin with WEBVTT/);
    const posters = await findingsAfter(async (folder) => {
      await writeFile(join(folder, "public/posters/e01.webp"), "<svg/>");
      await truncate(join(folder, "public/posters/e02.webp"), 200_000);
    });
    has(posters, /error \$\.episodes\[0\]\.poster: posters\/e01\.webp is no picture/);
    has(posters, /warning \$\.episodes\[1\]\.poster: posters\/e02\.webp weighs 200 kB/);
  });

  it("finds locked media in the public folder, faults in protected media, and a next series that is not there", async () => {
    const leak = await findingsAfter((folder) =>
      cp(join(folder, "public/e01"), join(folder, "public/e02"), { recursive: true }),
    );
    has(leak, /error \$\.episodes\[1\]: is locked, but its media lies at e02\/main\.m3u8/);
    const broken = await findingsAfter(async (folder) => {
      const [asset = ""] = await readdir(join(folder, "protected"));
      await rm(join(folder, "protected", asset, "180", "0.m4s"));
    });
    has(
      broken,
      /error platform\.json \$\.episodes\[1\]\.asset\.source → .*180\/0\.m4s: the file is not there/,
    );
    const next = await findingsAfter(
      bend((manifest) => {
        manifest.next = { url: "../../other/public/series.json", title: "Other" };
      }),
    );
    has(next, /error \$\.next\.url: the next series: the file is not there/);
  });

  it("lints a server, with and without byte ranges, and finds a published platform.json there", async (t) => {
    const server = createServer(async (request, response) => {
      const path = join(sound, decodeURIComponent(new URL(request.url ?? "/", "http://x").pathname));
      const bytes = await readFile(path).catch(() => undefined);
      const range = /bytes=(\d+)-(\d*)/.exec(request.headers.range ?? "");
      if (!bytes) response.writeHead(404).end();
      else if (range && path.includes("360")) {
        const part = bytes.subarray(Number(range[1]), range[2] ? Number(range[2]) + 1 : undefined);
        response
          .writeHead(206, { "content-range": `bytes ${range[1]}-${range[2]}/${bytes.length}` })
          .end(part);
      } else response.end(bytes);
    });
    await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
    t.after(() => server.close());
    const { port } = server.address() as AddressInfo;
    const { findings } = await lintSeries(`http://127.0.0.1:${port}/public/series.json`);
    assert.deepEqual(
      findings.map(({ path, message }) => [path, message]),
      [["../platform.json", "the platform's catalogue is public"]],
    );
  });

  it("refuses what is no manifest at all", async () => {
    await assert.rejects(lintSeries(join(root, "none.json")), {
      code: "unreadable-manifest",
      message: /is not there/,
    });
    await writeFile(join(root, "bad.json"), "{");
    await assert.rejects(lintSeries(join(root, "bad.json")), {
      code: "unreadable-manifest",
      message: /is no JSON/,
    });
  });
});
