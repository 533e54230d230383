import { execFile } from "node:child_process";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after } from "node:test";
import { promisify } from "node:util";

const execute = promisify(execFile);

/** A folder that goes when the tests of this file are over. */
export async function scratch(): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), "packager-"));
  after(() => rm(folder, { recursive: true, force: true }));
  return folder;
}

/** What a test film is like; by default three silent-free seconds of a small vertical picture. */
export interface TestFilm {
  readonly size?: string;
  readonly rate?: number;
  readonly seconds?: number;
  readonly sound?: "sine" | "none";
  /** Degrees that a player must turn the picture. */
  readonly rotate?: number;
  /** Extra arguments for the output. */
  readonly args?: readonly string[];
}

/** Draws a film with ffmpeg's own test picture, a second's work at most. */
export async function makeFilm(path: string, film: TestFilm = {}): Promise<void> {
  const { size = "180x320", rate = 30, seconds = 3, sound = "sine", rotate, args = [] } = film;
  const picture = ["-f", "lavfi", "-i", `testsrc2=s=${size}:r=${rate}:d=${seconds}`];
  const tone = sound === "sine" ? ["-f", "lavfi", "-i", `sine=f=440:d=${seconds}`] : [];
  const codec = ["-c:v", "libx264", "-preset", "ultrafast", "-crf", "30", "-c:a", "aac"];
  const target = rotate === undefined ? path : `${path}.upright.mp4`;
  await ffmpeg([...picture, ...tone, ...codec, ...args, target]);
  if (rotate === undefined) return;
  await ffmpeg(["-i", target, "-c", "copy", "-metadata:s:v:0", `rotate=${rotate}`, path]);
  await rm(target);
}

/** A caption file with one cue. */
export async function makeCaption(path: string, text: string): Promise<void> {
  const isSrt = path.endsWith(".srt");
  const cue = isSrt ? "1\n00:00:00,500 --> 00:00:02,000" : "WEBVTT\n\n00:00:00.500 --> 00:00:02.000";
  await writeFile(path, `${cue}\n${text}\n`);
}

/** Runs ffmpeg quietly; rejects with what it said. */
export async function ffmpeg(args: readonly string[]): Promise<void> {
  await execute("ffmpeg", ["-hide_banner", "-nostdin", "-loglevel", "error", "-y", ...args]);
}

/** Fields of a file's streams as ffprobe reads them, one record per line. */
export async function probe(file: string, fields: string, select = "v:0"): Promise<readonly string[]> {
  const args = [
    "-loglevel",
    "error",
    "-select_streams",
    select,
    "-show_entries",
    fields,
    "-of",
    "csv=p=0",
    file,
  ];
  const { stdout } = await execute("ffprobe", args);
  return stdout.trim().split("\n");
}
