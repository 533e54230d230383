import { readFile } from "node:fs/promises";
import { basename, extname } from "node:path";
import { PackagerError } from "../errors.js";
import { srtToVtt } from "./srt.js";
import { checkVtt, normaliseVtt } from "./vtt.js";

/**
 * Reads a .vtt or .srt file as WebVTT.
 * @throws {PackagerError} `bad-caption` naming the file, the line and the mend.
 */
export async function readCaption(file: string): Promise<string> {
  const name = basename(file);
  const text = decode(await readFile(file), name);
  const isSrt = extname(file).toLowerCase() === ".srt";
  const vtt = isSrt ? srtToVtt(text.replace(/^\uFEFF/, "")) : normaliseVtt(text);
  const [problem] = checkVtt(vtt);
  if (!problem) return vtt;
  // Line numbers of a converted file would point nowhere.
  const where = isSrt ? name : `${name}, line ${problem.line}`;
  throw new PackagerError("bad-caption", `${where}: ${problem.message}. Mend the file or take it away.`);
}

function decode(bytes: Uint8Array, name: string): string {
  const isUtf16 = (bytes[0] === 0xff && bytes[1] === 0xfe) || (bytes[0] === 0xfe && bytes[1] === 0xff);
  const encoding = !isUtf16 ? "utf-8" : bytes[0] === 0xff ? "utf-16le" : "utf-16be";
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes);
  } catch (cause) {
    throw new PackagerError("bad-caption", `${name} is not in UTF-8. Save it as UTF-8.`, { cause });
  }
}
