import { join } from "node:path";
import type { StartDescriptor } from "@micro-drama/protocol";
import { readJson, toJson, writeWhole } from "./files.js";
import type { Layout } from "./layout.js";

/** What the packager remembers of a finished episode, so that the next run need not make it again. */
export interface Stamp {
  readonly version: 1;
  /** Hash of the film and the settings that made the media. */
  readonly media: string;
  /** Hash of what made the poster; absent until it is there. */
  readonly poster?: string;
  /** Folder of the media, relative to the output folder. */
  readonly home: string;
  /** 32 hexadecimal digits; the folder's name while the episode is locked. */
  readonly assetId: string;
  /** Seconds. */
  readonly duration: number;
  /** URLs relative to the folder of the media. */
  readonly start: StartDescriptor;
}

/** Reads the stamp of an episode; undefined when there is none or when it is of another version. */
export async function readStamp(layout: Layout, id: string): Promise<Stamp | undefined> {
  const stamp = (await readJson(stampPath(layout, id))) as Stamp | undefined;
  return stamp?.version === 1 ? stamp : undefined;
}

/** Remembers a finished episode. */
export async function writeStamp(layout: Layout, id: string, stamp: Stamp): Promise<void> {
  await writeWhole(stampPath(layout, id), toJson(stamp), layout.work);
}

/** The file of a stamp. */
export function stampPath(layout: Layout, id: string): string {
  return join(layout.memory, "episodes", `${id}.json`);
}
