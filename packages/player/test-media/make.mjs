/**
 * Makes the films of the player's tests: `node packages/player/test-media/make.mjs` (needs ffmpeg with libx264).
 * Every film has a background colour of its own, so that a test can tell by one pixel which film it sees, a white
 * bar at x = 20 · t, so that it can tell when, and a tone of its own, so that it can tell that it sounds.
 * The result is committed: tests need no ffmpeg.
 */
import { execFileSync } from "node:child_process";
import { mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

const HERE = dirname(fileURLToPath(import.meta.url));
const SECONDS = 8;
const FRAMES_PER_SECOND = 24;
/** A key frame every second: renditions and segments cut at the same places. */
const ENCODE = [
  ..."-c:v libx264 -preset veryslow -profile:v main -pix_fmt yuv420p -bf 0".split(" "),
  ..."-g 24 -keyint_min 24 -sc_threshold 0 -crf 30 -b:v 150k".split(" "),
  ..."-c:a aac -b:a 32k -ar 44100 -ac 1".split(" "),
  "-map_metadata",
  "-1",
  "-fflags",
  "+bitexact",
];

const HLS = ["-f", "hls", "-hls_time", "2", "-hls_playlist_type", "vod", "-hls_list_size", "0"];
const FMP4 = ["-hls_segment_type", "fmp4", "-hls_fmp4_init_filename", "init.mp4"];

makeMp4("film.mp4", { colour: "0x00C0C0", tone: 440 });
makeFmp4("fmp4", { colour: "0xC00000", tone: 300 });
makeRounded("fmp4");
makeTs("ts", { colour: "0x00A000", tone: 350 });
makeByteRanges("byte-range", { colour: "0x0000D0", tone: 400 });
makeDemuxed("demuxed", { colour: "0xC0C000", tone: 500 });
makeEncrypted("aes-128", { colour: "0xC000C0", tone: 550 });
makeBroken("broken", { isContainerWhole: false });
makeBroken("undecodable", { isContainerWhole: true });
writeFileSync(join(HERE, "broken.mp4"), Buffer.alloc(2048, "not a film "));
makeCaptions();
makeSubtitles();

/** Plain progressive MP4, index first. */
function makeMp4(name, film) {
  ffmpeg([...input(film), ...ENCODE, "-movflags", "+faststart", join(HERE, name)]);
}

/** Two renditions, sound and picture in the same segments. */
function makeFmp4(name, film) {
  const folder = emptyFolder(name);
  ffmpeg([
    ...input(film),
    ...["-filter_complex", "[0:v]split[a][b];[a]scale=90:160[low];[b]null[high]"],
    ...["-map", "[low]", "-map", "1:a", "-map", "[high]", "-map", "1:a"],
    ...ENCODE,
    ...["-b:v:0", "60k", "-b:v:1", "200k"],
    ...[...HLS, ...FMP4],
    ...["-var_stream_map", "v:0,a:0,name:low v:1,a:1,name:high", "-master_pl_name", "main.m3u8"],
    ...["-hls_segment_filename", join(folder, "%v/%d.m4s"), join(folder, "%v/media.m3u8")],
  ]);
}

/** The same film by playlists whose segments end a little later than what is in them: many encoders' sound does. */
function makeRounded(film) {
  const rename = (from, to, change = (text) => text) =>
    writeFileSync(join(HERE, film, to), change(readFileSync(join(HERE, film, from), "utf8")));
  rename("main.m3u8", "rounded.m3u8", (text) => text.replaceAll("media.m3u8", "rounded.m3u8"));
  for (const rendition of ["low", "high"])
    rename(`${rendition}/media.m3u8`, `${rendition}/rounded.m3u8`, (text) =>
      text.replaceAll("#EXTINF:2.000000", "#EXTINF:2.060000").replace("TARGETDURATION:2", "TARGETDURATION:3"),
    );
}

/** MPEG-TS segments below a multivariant playlist; not named .ts, which is TypeScript to the tools here. */
function makeTs(name, film) {
  const folder = emptyFolder(name);
  ffmpeg([
    ...[...input(film), ...ENCODE, ...HLS, "-master_pl_name", "main.m3u8"],
    ...["-hls_segment_filename", join(folder, "%d.m2ts"), join(folder, "media.m3u8")],
  ]);
}

/** One file, segments are byte ranges of it. */
function makeByteRanges(name, film) {
  const folder = emptyFolder(name);
  ffmpeg([
    ...[...input(film), ...ENCODE, ...HLS, ...FMP4, "-hls_flags", "single_file"],
    ...["-hls_segment_filename", join(folder, "all.mp4"), "-master_pl_name", "main.m3u8"],
    join(folder, "media.m3u8"),
  ]);
}

/** Sound in its own playlist: silent with a player that ignores EXT-X-MEDIA. */
function makeDemuxed(name, film) {
  const folder = emptyFolder(name);
  ffmpeg([
    ...[...input(film), "-map", "0:v", "-map", "1:a", ...ENCODE, ...HLS, ...FMP4],
    ...[
      "-var_stream_map",
      "a:0,agroup:sound,default:yes,language:en,name:sound v:0,agroup:sound,name:picture",
    ],
    ...["-master_pl_name", "main.m3u8"],
    ...["-hls_segment_filename", join(folder, "%v/%d.m4s"), join(folder, "%v/media.m3u8")],
  ]);
}

/** MPEG-TS segments under AES-128 with a key beside them. The key is test data and protects nothing. */
function makeEncrypted(name, film) {
  const folder = emptyFolder(name);
  const key = join(folder, "key.bin");
  const keyInfo = join(folder, "key-info.txt");
  writeFileSync(key, Buffer.from("micro-drama-test"));
  writeFileSync(keyInfo, `key.bin\n${key}\n000102030405060708090a0b0c0d0e0f\n`);
  ffmpeg([
    ...[...input(film), ...ENCODE, ...HLS, "-hls_key_info_file", keyInfo, "-master_pl_name", "main.m3u8"],
    ...["-hls_segment_filename", join(folder, "%d.m2ts"), join(folder, "media.m3u8")],
  ]);
  rmSync(keyInfo);
}

/** Well-formed playlists and an init segment, then noise: from the first byte of the segment, or in its pictures only. */
function makeBroken(name, { isContainerWhole }) {
  const folder = emptyFolder(name);
  const source = join(HERE, "fmp4", "high");
  writeFileSync(join(folder, "init.mp4"), readFileSync(join(source, "init_1.mp4")));
  const segment = readFileSync(join(source, "0.m4s"));
  const noiseStart = isContainerWhole ? segment.indexOf("mdat") + 4 : 0;
  for (let i = noiseStart; i < segment.length; i++) segment[i] = (i * 197 + 31) % 256;
  writeFileSync(join(folder, "0.m4s"), segment);
  const playlist = [
    "#EXTM3U",
    "#EXT-X-VERSION:7",
    "#EXT-X-TARGETDURATION:2",
    "#EXT-X-PLAYLIST-TYPE:VOD",
    '#EXT-X-MAP:URI="init.mp4"',
    "#EXTINF:2.0,",
    "0.m4s",
    "#EXT-X-ENDLIST",
    "",
  ];
  writeFileSync(join(folder, "main.m3u8"), playlist.join("\n"));
}

function makeCaptions() {
  const texts = {
    en: [
      "The light goes out.",
      "Who is there?\nNobody answers.",
      "<i>Far away</i>, a <b>bell</b> &amp; the sea.",
    ],
    es: [
      "La luz se apaga.",
      "¿Quién está ahí?\nNadie responde.",
      "<i>A lo lejos</i>, una campana &amp; el mar.",
    ],
    ar: ["ينطفئ الضوء.", "من هناك؟\nلا أحد يجيب.", "بعيدًا، جرس &amp; البحر."],
  };
  const times = [
    "00:00.500 --> 00:02.000",
    "00:02.500 --> 00:04.000",
    "00:00:05.000 --> 00:00:07.000 line:80%",
  ];
  for (const [lang, lines] of Object.entries(texts)) {
    const cues = lines.map((text, i) => `${i + 1}\n${times[i]}\n${text}\n`);
    writeFileSync(join(HERE, `${lang}.vtt`), `WEBVTT\n\n${cues.join("\n")}`);
  }
}

/**
 * Subtitles inside the streams `fmp4` and `ts`: playlists of two WebVTT segments of four seconds. The second cue reaches
 * over both and stands in both. In `ts` the clock of MPEG does not begin at 0, and the segments say where.
 */
function makeSubtitles() {
  const folder = emptyFolder("subtitles");
  const words = {
    en: ["It begins.", "It goes on.", "It ends."],
    es: ["Empieza.", "Sigue.", "Termina."],
  };
  const clocks = { fmp4: 0, ts: 126_000 };
  for (const [film, ticks] of Object.entries(clocks)) {
    for (const [lang, [first, second, third]] of Object.entries(words)) {
      const head = `WEBVTT\nX-TIMESTAMP-MAP=MPEGTS:${ticks},LOCAL:00:00:00.000\n\n`;
      const over = `00:03.000 --> 00:05.000\n${second}\n`;
      const segments = [
        `${head}00:00.500 --> 00:02.000\n${first}\n\n${over}`,
        `${head}${over}\n00:06.000 --> 00:07.500\n${third}\n`,
      ];
      const names = segments.map((_, i) => `${film}-${lang}-${i}.vtt`);
      for (const [i, text] of segments.entries()) writeFileSync(join(folder, names[i]), text);
      const list = names.map((name) => `#EXTINF:4,\n${name}\n`).join("");
      const playlist = `#EXTM3U\n#EXT-X-TARGETDURATION:4\n#EXT-X-PLAYLIST-TYPE:VOD\n${list}#EXT-X-ENDLIST\n`;
      writeFileSync(join(folder, `${film}-${lang}.m3u8`), playlist);
    }
    const media = ["en", "es"].map((lang) => {
      const name = { en: "English", es: "Español" }[lang];
      return `#EXT-X-MEDIA:TYPE=SUBTITLES,GROUP-ID="subs",NAME="${name}",LANGUAGE="${lang}",AUTOSELECT=YES,URI="../subtitles/${film}-${lang}.m3u8"\n`;
    });
    const main = readFileSync(join(HERE, film, "main.m3u8"), "utf8");
    const subtitled = main
      .replace("#EXT-X-STREAM-INF", `${media.join("")}#EXT-X-STREAM-INF`)
      .replace(/(#EXT-X-STREAM-INF:.*)/g, '$1,SUBTITLES="subs"');
    writeFileSync(join(HERE, film, "subtitled.m3u8"), subtitled);
  }
}

function input({ colour, tone }) {
  const size = "180x320";
  const picture =
    `color=c=${colour}:s=${size}:r=${FRAMES_PER_SECOND}:d=${SECONDS}[ground];` +
    `color=c=white:s=20x80:r=${FRAMES_PER_SECOND}:d=${SECONDS}[bar];` +
    `[ground][bar]overlay=x='20*t':y=200`;
  return [
    ...["-f", "lavfi", "-i", picture],
    ...["-f", "lavfi", "-i", `sine=frequency=${tone}:sample_rate=44100:duration=${SECONDS}`],
  ];
}

function emptyFolder(name) {
  const folder = join(HERE, name);
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  return folder;
}

function ffmpeg(args) {
  execFileSync("ffmpeg", ["-hide_banner", "-loglevel", "error", "-y", ...args], { stdio: "inherit" });
}
