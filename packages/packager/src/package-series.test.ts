import assert from "node:assert/strict";
import { mkdir, readdir, readFile, rename, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { before, describe, it } from "node:test";
import { parseCatalogue, parseSeries, type Series } from "@micro-drama/protocol";
import { codecsOf, readInit } from "./mp4/init.js";
import { packageSeries } from "./package-series.js";
import { ffmpeg, makeCaption, makeFilm, probe, scratch } from "./testing/films.js";

const effort = { preset: "ultrafast", crf: 30 };
const baseUrl = "https://cdn.test/s/series.json";

/** A folder with one film of every awkward kind, packaged once for all tests below. */
describe("packageSeries", async () => {
  const root = await scratch();
  const films = join(root, "films");
  const out = join(root, "series");
  const options = { films, out, effort, free: 4, title: "Awkward films" };
  let series: Series;
  const readOut = (...path: string[]) => readFile(join(out, ...path));
  const readText = async (...path: string[]) => (await readOut(...path)).toString();
  /** One playable file out of a rendition's pieces. */
  const join360 = async (folder: string, rung: string) => {
    const names = (await readdir(join(out, folder, rung))).filter((name) => name.endsWith(".m4s")).sort();
    const pieces = await Promise.all(["init.mp4", ...names].map((name) => readOut(folder, rung, name)));
    const file = join(root, `${folder.replaceAll("/", "-")}-${rung}.mp4`);
    await writeFile(file, Buffer.concat(pieces));
    return file;
  };

  before(async () => {
    await mkdir(films);
    await makeFilm(join(films, "01 Upright.mp4"), { size: "364x640", rate: 24, seconds: 5.5 });
    await makeFilm(join(films, "02 Turned.mov"), { size: "320x180", rotate: 90 });
    await makeFilm(join(films, "03 Wide.mp4"), { size: "320x180", rate: 50 });
    const drop = ["-vf", "select='if(lt(t,1),1,not(mod(n,4)))'", "-vsync", "vfr"];
    await makeFilm(join(films, "04 Variable and silent.mp4"), { sound: "none", args: drop });
    await makeFilm(join(films, "05 Locked.mp4"), { args: ["-pix_fmt", "yuv420p10le"] });
    await makeCaption(join(films, "01 Upright.srt"), "Hello");
    await makeCaption(join(films, "05 Locked.es.vtt"), "Hola");
    await packageSeries(options);
    series = parseSeries(JSON.parse(await readText("public", "series.json")), { baseUrl });
  });

  it("takes ids, numbers and titles from the names of the films", () => {
    assert.equal(series.id, "awkward-films");
    assert.deepEqual(
      series.episodes.map(({ id, number, title, access }) => [id, number, title, access].join(" ")),
      [
        "e01 1 Upright free",
        "e02 2 Turned free",
        "e03 3 Wide free",
        "e04 4 Variable and silent free",
        "e05 5 Locked locked",
      ],
    );
  });

  it("cuts at 1, 3 and 5 seconds, each segment with its own keyframe", async () => {
    const playlist = await readText("public", "e01", "360", "playlist.m3u8");
    const durations = [...playlist.matchAll(/#EXTINF:([\d.]+)/g)].map(([, seconds]) => Number(seconds));
    assert.deepEqual(durations, [1, 2, 2, 0.5]);
    const packets = await probe(await join360("public/e01", "360"), "packet=pts_time,flags");
    const keyframes = packets.filter((line) => line.includes("K")).map((line) => Number.parseFloat(line));
    const [first = 0] = keyframes;
    assert.deepEqual(
      keyframes.map((time) => Math.round((time - first) * 1000)),
      [0, 1000, 3000, 5000],
    );
  });

  it("describes the start truthfully: codecs of the file, durations, at least 6 seconds or all of it", async () => {
    const source = series.episodes[0]?.source;
    const [track] = source?.start?.tracks ?? [];
    assert.ok(source && track);
    assert.equal(track.codecs, codecsOf(readInit(await readOut("public", "e01", "360", "init.mp4"))));
    assert.match(track.codecs, /^avc1\.[0-9a-f]{6},mp4a\.40\.2$/);
    assert.deepEqual(
      track.segments.map(({ url, duration }) => [url, duration]),
      [1, 2, 2, 0.5].map((seconds, index) => [`https://cdn.test/s/e01/360/${index}.m4s`, seconds]),
    );
    const main = await readText("public", "e01", "main.m3u8");
    assert.match(
      main,
      new RegExp(`BANDWIDTH=${source.start?.bandwidth},.*CODECS="${track.codecs}".*\n360/playlist`),
    );
  });

  it("turns what must be turned, crops what is wide, and enlarges nothing", async () => {
    assert.match(await readText("public", "e02", "main.m3u8"), /RESOLUTION=180x320,FRAME-RATE=30.000/);
    assert.match(await readText("public", "e03", "main.m3u8"), /RESOLUTION=100x178,FRAME-RATE=25.000/);
  });

  it("gives every film the same tracks, evenly spaced frames and 8 bits", async () => {
    const silent = await join360("public/e04", "180");
    assert.deepEqual(await probe(silent, "stream=codec_name,sample_rate,channels", "a:0"), ["aac,48000,2"]);
    const lengths = new Set(await probe(silent, "packet=duration"));
    assert.equal(lengths.size, 1);
    const assets = parseCatalogue(JSON.parse(await readText("platform.json"))).episodes.flatMap(
      ({ asset }) => asset ?? [],
    );
    const locked = await join360(`protected/${assets[0]?.id}`, "180");
    assert.deepEqual(await probe(locked, "stream=pix_fmt"), ["yuv420p"]);
  });

  it("keeps locked media, captions and asset ids out of everything public", async () => {
    const locked = series.episodes[4];
    assert.equal(locked?.source, undefined);
    assert.deepEqual(series.warnings, []);
    const asset = parseCatalogue(JSON.parse(await readText("platform.json"))).episodes[4]?.asset;
    assert.match(asset?.id ?? "", /^[0-9a-f]{32}$/);
    assert.equal(asset?.captions[0]?.url, "es.vtt");
    assert.match(await readText("protected", asset?.id ?? "", "es.vtt"), /Hola/);
    const published = await readdir(join(out, "public"), { recursive: true });
    assert.deepEqual(
      published.filter((name) => name.includes("e05")),
      [join("posters", "e05.webp")],
    );
    assert.ok(!(await readText("public", "series.json")).includes(asset?.id ?? "-"));
  });

  it("turns .srt into WebVTT in the language of the series", async () => {
    const [caption] = series.episodes[0]?.captions ?? [];
    assert.deepEqual([caption?.lang, caption?.label], ["en", "English"]);
    assert.match(
      await readText("public", "e01", "en.vtt"),
      /^WEBVTT\n\n00:00:00\.500 --> 00:00:02\.000\nHello\n$/,
    );
  });

  it("makes the poster of a free episode its exact first frame", async () => {
    const film = await join360("public/e01", "360");
    const poster = join(out, "public", "posters", "e01.webp");
    const compare = "[0]format=gbrp[a];[1]scale=in_color_matrix=bt601,format=gbrp[b];[a][b]ssim=stats_file=-";
    const [first, second] = await Promise.all(
      [film, film].map(async (file, index) => {
        const stats = join(root, `ssim-${index}.txt`);
        const graph = compare.replace("stats_file=-", `stats_file=${stats}`);
        await ffmpeg([
          "-ss",
          String(index * 0.5),
          "-i",
          file,
          "-i",
          poster,
          "-filter_complex",
          graph,
          "-frames:v",
          "1",
          "-f",
          "null",
          "-",
        ]);
        return Number(/All:([\d.]+)/.exec(await readFile(stats, "utf8"))?.[1]);
      }),
    );
    assert.ok((first ?? 0) > 0.8, `first frame ${first}`);
    assert.ok((second ?? 1) < (first ?? 0) - 0.05, `a later frame ${second}`);
  });

  it("keeps what is there, and keeps asset ids when it encodes again", async () => {
    const before = await readText("platform.json");
    const again = await packageSeries(options);
    assert.deepEqual(again.encoded, []);
    await rm(join(out, ".packager"), { recursive: true });
    await rename(join(films, "04 Variable and silent.mp4"), join(root, "04.mp4"));
    const { encoded } = await packageSeries({ ...options, free: 3 });
    assert.deepEqual(encoded, ["e01", "e02", "e03", "e05"]);
    const ids = (text: string) => /"id": "([0-9a-f]{32})"/.exec(text)?.[1];
    assert.equal(ids(await readText("platform.json")), ids(before));
    assert.ok(
      !(await readdir(join(out, "public"))).includes("e04"),
      "an episode that is gone stays published",
    );
  });

  it("moves an episode out of the public folder when it is locked, without encoding it again", async () => {
    const { encoded, free, locked } = await packageSeries({ ...options, free: 1 });
    assert.deepEqual([encoded, free, locked], [[], 1, 3]);
    assert.deepEqual((await readdir(join(out, "public"))).sort(), ["e01", "posters", "series.json"]);
    assert.equal((await readdir(join(out, "protected"))).length, 3);
  });
});
