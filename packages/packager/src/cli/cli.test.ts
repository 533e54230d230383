import assert from "node:assert/strict";
import { spawn } from "node:child_process";
import { once } from "node:events";
import { mkdir, readdir, readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { createInterface } from "node:readline";
import { before, describe, it } from "node:test";
import { fileURLToPath } from "node:url";
import { makeCaption, makeFilm, scratch } from "../testing/films.js";
import { exitCodes } from "./exit-code.js";
import { main } from "./main.js";

const script = fileURLToPath(new URL("../cli.js", import.meta.url));

async function run(...args: string[]) {
  const lines: string[] = [];
  const terminal = {
    print: (text: string) => lines.push(text),
    note: (text: string) => lines.push(text),
    width: 80,
  };
  const exitCode = await main(args, { terminal });
  return { exitCode, text: lines.join("\n") };
}

/** Starts the command line in a process of its own and kills it when a line shows up. */
async function killAt(line: RegExp, signal: NodeJS.Signals, args: readonly string[]) {
  const child = spawn(process.execPath, [script, ...args], { stdio: ["ignore", "ignore", "pipe"] });
  for await (const text of createInterface(child.stderr)) if (line.test(text)) child.kill(signal);
  if (child.exitCode === null && child.signalCode === null) await once(child, "exit");
  return { exitCode: child.exitCode, signalCode: child.signalCode };
}

describe("micro-drama-packager", async () => {
  const root = await scratch();
  const films = join(root, "films");
  const out = join(root, "series");
  before(async () => {
    await mkdir(films);
    for (const id of ["e01", "e02"]) await makeFilm(join(films, `${id}.mp4`), { seconds: 2 });
    await makeFilm(join(films, "e03.mp4"), { size: "360x640", seconds: 30 });
  });

  it("explains itself", async () => {
    const { exitCode, text } = await run("--help");
    assert.equal(exitCode, 0);
    assert.match(text, /npx @micro-drama\/packager \.\/films --out \.\/series/);
    assert.match((await run("pack", "--help")).text, /Exit codes: 0 done, 2 /);
  });

  it("refuses a misspelt option and names the right one", async () => {
    const { exitCode, text } = await run(films, "--out", out, "--fre", "3");
    assert.equal(exitCode, exitCodes.badInput);
    assert.match(text, /Did you mean --free/);
    assert.equal((await run(films, "--out", out, "--crf", "99")).exitCode, exitCodes.badInput);
    assert.equal((await run(films)).exitCode, exitCodes.badInput);
  });

  it("refuses to write into the films' folder", async () => {
    const { exitCode, text } = await run(films, "--out", join(films, "series"));
    assert.equal(exitCode, exitCodes.badInput);
    assert.match(text, /lies inside the films' folder/);
  });

  it("says how to install ffmpeg when it is not there", async (t) => {
    const path = process.env.PATH;
    process.env.PATH = root;
    t.after(() => {
      process.env.PATH = path;
    });
    const { exitCode, text } = await run(films, "--out", out);
    assert.equal(exitCode, exitCodes.noFfmpeg);
    assert.match(text, /apt-get install ffmpeg/);
  });

  it("leaves whole episodes when it is killed, and continues behind them", async () => {
    const args = [films, "--out", out, "--preset", "ultrafast"];
    const killed = await killAt(/e03 encoding/, "SIGKILL", args);
    assert.equal(killed.signalCode, "SIGKILL");
    assert.deepEqual((await readdir(join(out, "public"))).sort(), ["e01", "e02", "posters"]);

    const interrupted = await killAt(/e03 encoding/, "SIGINT", args);
    assert.equal(interrupted.exitCode, exitCodes.interrupted);
    assert.deepEqual((await readdir(join(out, ".packager"))).sort(), ["episodes"]);

    const { text } = await run(films, "--out", out, "--preset", "ultrafast", "--free", "2");
    assert.match(text, /e01 unchanged, kept\n\[2\/3\] e02 unchanged, kept/);
    assert.match(text, /1 encoded in this run/);
  });

  it("refuses a folder that another run writes", async () => {
    const lock = join(out, ".packager", "lock");
    await writeFile(lock, `${process.pid}`);
    const { exitCode, text } = await run(films, "--out", out);
    assert.equal(exitCode, exitCodes.badInput);
    assert.match(text, new RegExp(`process ${process.pid}`));
    assert.equal(await readFile(lock, "utf8"), `${process.pid}`);
  });
});

describe("refused films", async () => {
  const root = await scratch();
  const refuse = async (name: string, prepare: (folder: string) => Promise<void>) => {
    const folder = join(root, name);
    await mkdir(folder);
    await prepare(folder);
    return run(folder, "--out", join(root, `${name}-out`));
  };

  it("refuses a folder without films", async () => {
    const { exitCode, text } = await refuse("empty", (folder) => writeFile(join(folder, "notes.txt"), "x"));
    assert.deepEqual([exitCode, /There is no \.mp4/.test(text)], [exitCodes.badInput, true]);
  });

  it("refuses a file that is no film, by name", async () => {
    const { exitCode, text } = await refuse("broken", (folder) =>
      writeFile(join(folder, "e01.mp4"), "no film"),
    );
    assert.deepEqual(
      [exitCode, /e01\.mp4 is no film that ffmpeg can read/.test(text)],
      [exitCodes.badFilm, true],
    );
  });

  it("refuses a film shorter than a second", async () => {
    const { exitCode, text } = await refuse("short", (folder) =>
      makeFilm(join(folder, "a.mp4"), { seconds: 0.5 }),
    );
    assert.deepEqual([exitCode, /a\.mp4 lasts 0\.50 s/.test(text)], [exitCodes.badFilm, true]);
  });

  it("refuses two films that would be one episode", async () => {
    const { exitCode, text } = await refuse("twins", async (folder) => {
      for (const name of ["01 One.mp4", "e01 Other.mov"]) await writeFile(join(folder, name), "");
    });
    assert.equal(exitCode, exitCodes.badInput);
    assert.match(text, /"01 One\.mp4" and "e01 Other\.mov" are both episode id e01/);
  });

  it("refuses captions without film and captions that are none", async () => {
    const film = (folder: string) => writeFile(join(folder, "e01.mp4"), "");
    const stray = await refuse("stray", async (folder) => {
      await film(folder);
      await makeCaption(join(folder, "e02.en.vtt"), "Hi");
    });
    assert.match(stray.text, /e02\.en\.vtt: there is no film of that name/);
    const bad = await refuse("bad", async (folder) => {
      await film(folder);
      await writeFile(join(folder, "e01.en.vtt"), "WEBVTT\n\n00:01,000 --> 00:02,000\nHi\n");
    });
    assert.match(bad.text, /e01\.en\.vtt, line 3: "00:01,000 --> 00:02,000" is no cue timing/);
  });
});
