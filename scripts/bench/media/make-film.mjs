import { spawn } from "node:child_process";
import { once } from "node:events";
import { readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { FRAMES_PER_SECOND, PANEL } from "../pattern/code.mjs";
import { paintMark } from "../pattern/paint.mjs";

export const FILM_SECONDS = 20;

/** What a phone gets from streaming services: kbit/s of pictures and sound together, and the size of the picture. */
export const RENDITIONS = Object.freeze([
  { name: "low", kilobits: 350, width: 360, height: 640 },
  { name: "middle", kilobits: 900, width: 540, height: 960 },
  { name: "high", kilobits: 1800, width: 720, height: 1280 },
]);

const SOUND_KILOBITS = 48;

/** The first segment is short, so that the first frame needs few bytes; a segment begins at each of these seconds. */
const KEY_FRAMES = [0, ...Array.from({ length: FILM_SECONDS / 2 }, (_, index) => index * 2 + 1)];

/** The code is painted at this size and enlarged. */
const SMALL = { width: 360, height: 640 };
const LARGE = RENDITIONS[2];

/**
 * Makes one episode: three renditions as HLS, one progressive file, and the poster.
 *
 * @param {{folder: string, scenery: string, episode: number}} what `scenery`: a still picture
 *   larger than the film, over which it wanders
 */
export async function makeFilm({ folder, scenery, episode }) {
  const pan = `crop=${LARGE.width}:${LARGE.height}:x='(iw-ow)/2*(1+sin(t*0.9))':y='(ih-oh)/2*(1+cos(t*0.7))'`;
  const left = Math.round(PANEL.left * LARGE.width);
  const top = Math.round(PANEL.top * LARGE.height);
  const panel = `crop=${Math.round(PANEL.width * SMALL.width)}:${Math.round(PANEL.height * SMALL.height)}:${left / 2}:${Math.round(top / 2)},scale=iw*2:ih*2:flags=neighbor`;
  const sizes = RENDITIONS.map(
    ({ width, height }, index) => `[c${index}]scale=${width}:${height}[v${index}]`,
  );
  const graph = [
    `[0:v]${pan}[scenery]`,
    `[1:v]${panel}[panel]`,
    `[scenery][panel]overlay=${left}:${top},split=${RENDITIONS.length}[c0][c1][c2]`,
    ...sizes,
  ].join(";");
  await paintFrames(episode, [
    ...["-loop", "1", "-framerate", String(FRAMES_PER_SECOND), "-i", scenery],
    ...["-f", "rawvideo", "-pix_fmt", "rgb24", "-s", `${SMALL.width}x${SMALL.height}`],
    ...["-r", String(FRAMES_PER_SECOND), "-i", "-"],
    ...["-f", "lavfi", "-i", `sine=frequency=${200 + episode * 10}:sample_rate=44100`],
    ...["-filter_complex", graph],
    ...RENDITIONS.flatMap((rendition, index) => [
      ...encode(rendition, index),
      ...asSegments(folder, rendition),
    ]),
  ]);
  await joinSegments(folder, RENDITIONS[1]);
  await writeFile(join(folder, "main.m3u8"), await describeRenditions(folder));
  await makePoster({ folder, episode });
}

function encode({ kilobits }, input) {
  const picture = kilobits - SOUND_KILOBITS;
  return [
    ...["-map", `[v${input}]`, "-map", "2:a", "-t", String(FILM_SECONDS)],
    ...[
      "-c:v",
      "libx264",
      "-preset",
      "superfast",
      "-profile:v",
      "main",
      "-level",
      "3.1",
      "-pix_fmt",
      "yuv420p",
    ],
    ...[
      "-b:v",
      `${picture}k`,
      "-minrate",
      `${picture}k`,
      "-maxrate",
      `${picture}k`,
      "-bufsize",
      `${picture}k`,
    ],
    ...["-x264-params", "nal-hrd=cbr:scenecut=0:keyint=100", "-force_key_frames", KEY_FRAMES.join(",")],
    ...["-c:a", "aac", "-b:a", `${SOUND_KILOBITS}k`, "-ac", "2"],
  ];
}

function asSegments(folder, { name }) {
  return [
    ...["-f", "hls", "-hls_time", "1", "-hls_playlist_type", "vod", "-hls_segment_type", "fmp4"],
    ...["-hls_fmp4_init_filename", "init.mp4", "-hls_segment_filename", join(folder, name, "%d.m4s")],
    join(folder, name, "index.m3u8"),
  ];
}

/** The progressive film has the very pictures of the middle rendition. */
async function joinSegments(folder, { name }) {
  const playlist = join(folder, name, "index.m3u8");
  const { stdin, ended } = startFfmpeg([
    "-i",
    playlist,
    "-c",
    "copy",
    "-movflags",
    "+faststart",
    join(folder, "film.mp4"),
  ]);
  stdin.end();
  await ended;
}

async function paintFrames(episode, inputs) {
  const { stdin, ended } = startFfmpeg(inputs);
  const picture = { ...SMALL, data: new Uint8Array(SMALL.width * SMALL.height * 3) };
  for (let frame = 0; frame < FILM_SECONDS * FRAMES_PER_SECOND; frame += 1) {
    paintMark(picture, { episode, frame, isPoster: false });
    if (!stdin.write(Buffer.from(picture.data))) await Promise.race([once(stdin, "drain"), ended]);
  }
  stdin.end();
  await ended;
}

/** Makes a poster of our soft sceneries weigh what one of a real film does at this size: some 40 kB. */
const GRAIN = "noise=alls=8:all_seed=1";

/** The first frame of the film, with the bit that says poster. */
async function makePoster({ folder, episode }) {
  const film = join(folder, "film.mp4");
  const { width, height } = RENDITIONS[1];
  const still = ["-i", film, "-frames:v", "1", "-vf", GRAIN, "-f", "rawvideo", "-pix_fmt", "rgb24", "-"];
  const { stdin, output, ended } = startFfmpeg(still);
  stdin.end();
  await ended;
  const picture = { width, height, data: new Uint8Array(Buffer.concat(output)) };
  paintMark(picture, { episode, frame: 0, isPoster: true });
  const raw = ["-f", "rawvideo", "-pix_fmt", "rgb24", "-s", `${width}x${height}`, "-i", "-"];
  const poster = startFfmpeg([...raw, "-frames:v", "1", "-quality", "75", join(folder, "poster.webp")]);
  poster.stdin.end(Buffer.from(picture.data));
  await poster.ended;
}

function startFfmpeg(args) {
  const child = spawn("ffmpeg", ["-v", "error", "-y", ...args], { stdio: ["pipe", "pipe", "pipe"] });
  const output = [];
  const complaints = [];
  child.stdout.on("data", (chunk) => output.push(chunk));
  child.stderr.on("data", (chunk) => complaints.push(chunk));
  // A pipe that breaks is told by the exit code, with ffmpeg's own words.
  child.stdin.on("error", () => {});
  const ended = new Promise((done, fail) => {
    child.on("error", fail);
    child.on("close", (code) =>
      code === 0 ? done() : fail(new Error(`ffmpeg ended with ${code}: ${Buffer.concat(complaints)}`)),
    );
  });
  return { stdin: child.stdin, output, ended };
}

async function describeRenditions(folder) {
  const lines = await Promise.all(
    RENDITIONS.map(async ({ name, kilobits, width, height }) => {
      const codecs = await readCodecs(join(folder, name, "init.mp4"));
      return `#EXT-X-STREAM-INF:BANDWIDTH=${kilobits * 1000},CODECS="${codecs}",RESOLUTION=${width}x${height}\n${name}/index.m3u8`;
    }),
  );
  return `#EXTM3U\n#EXT-X-VERSION:7\n#EXT-X-INDEPENDENT-SEGMENTS\n${lines.join("\n")}\n`;
}

/**
 * The codecs of an init segment, as `CODECS` wants them: profile and level stand after the version byte of `avcC`
 * (ISO/IEC 14496-15, 5.3.3.1).
 *
 * @param {string} file
 */
export async function readCodecs(file) {
  const bytes = await readFile(file);
  const at = bytes.indexOf("avcC");
  if (at < 0) throw new Error(`${file} holds no H.264`);
  return `avc1.${bytes.subarray(at + 5, at + 8).toString("hex")},mp4a.40.2`;
}
