/** Encodes pictures and sound into one mezzanine film with the installed ffmpeg. */
import { spawn } from "node:child_process";
import { once } from "node:events";

/** Loudness that streaming services and phones are made for, in LUFS. */
const targetLoudness = -16;
/** Chromium's JPEGs are full range BT.601; the film is BT.709 in video range, and says so. */
const colour =
  "scale=in_range=full:out_range=tv:in_color_matrix=bt601:out_color_matrix=bt709:flags=accurate_rnd,format=yuv420p";
const tags = ["-color_primaries", "bt709", "-color_trc", "bt709", "-colorspace", "bt709"];

/** Integrated loudness (LUFS) of a sound file. */
export async function measureLoudness(file) {
  const log = await run("ffmpeg", [
    "-hide_banner",
    "-nostats",
    "-i",
    file,
    "-af",
    "ebur128",
    "-f",
    "null",
    "-",
  ]);
  const values = [...log.matchAll(/I:\s+(-?[\d.]+) LUFS/g)];
  return Number(values.at(-1)?.[1] ?? targetLoudness);
}

/**
 * Encodes a film frame by frame.
 * @param {{frames: AsyncIterable<Buffer>, sound: string, fps: number, out: string}} input
 */
export async function encodeFilm({ frames, sound, fps, out }) {
  const gain = targetLoudness - (await measureLoudness(sound));
  const args = [
    "-y",
    "-hide_banner",
    "-loglevel",
    "error",
    "-f",
    "image2pipe",
    "-c:v",
    "mjpeg",
    "-framerate",
    `${fps}`,
  ];
  args.push("-i", "-", "-i", sound, "-vf", colour, "-c:v", "libx264", "-preset", "veryfast", "-crf", "15");
  args.push("-x264-params", "aq-mode=3:deblock=-1,-1", "-g", `${fps * 2}`, ...tags);
  args.push(
    "-af",
    `volume=${gain.toFixed(2)}dB,alimiter=limit=0.8:level=false`,
    "-c:a",
    "aac",
    "-b:a",
    "192k",
    "-ar",
    "48000",
  );
  args.push("-movflags", "+faststart", "-map_metadata", "-1", "-fflags", "+bitexact", out);
  const ffmpeg = spawn("ffmpeg", args, { stdio: ["pipe", "inherit", "inherit"] });
  const ended = once(ffmpeg, "close");
  for await (const frame of frames) {
    if (!ffmpeg.stdin.write(frame)) await Promise.race([once(ffmpeg.stdin, "drain"), ended]);
  }
  ffmpeg.stdin.end();
  const [code] = await ended;
  if (code !== 0) throw new Error(`ffmpeg could not encode ${out} (exit ${code})`);
}

async function run(command, args) {
  const child = spawn(command, args, { stdio: ["ignore", "ignore", "pipe"] });
  let log = "";
  child.stderr.on("data", (chunk) => {
    log += chunk;
  });
  await once(child, "close");
  return log;
}
