import { mkdirSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import type { Catalogue } from "@micro-drama/protocol";

/** Asset id of a locked episode of the fixture. */
export function assetOf(number: number): string {
  return number.toString(16).padStart(32, "a7c3");
}

/** Every kind of object that a protected asset has. */
export const ASSET_FILES = [
  "main.m3u8",
  "0/index.m3u8",
  "0/init.mp4",
  "0/0.m4s",
  "0/1.m4s",
  "en.vtt",
  "aes.key",
] as const;

/** A series of ten: three free, six locked, the last only announced. */
export function createFixtureCatalogue(id: string): Catalogue {
  const episodes = Array.from({ length: 10 }, (_, index) => {
    const number = index + 1;
    const base = { id: `e${String(number).padStart(2, "0")}`, number, title: `Part ${number}`, duration: 60 };
    if (number <= 3) return { ...base, access: "free" as const };
    if (number === 10) return { ...base, access: "unpublished" as const };
    return { ...base, access: "locked" as const, asset: createAsset(assetOf(number)) };
  });
  return { version: 1, id, title: "The Fixture", lang: "en", rightsHolder: "studio-one", episodes };
}

function createAsset(id: string) {
  return {
    id,
    type: "hls" as const,
    url: "main.m3u8",
    start: {
      bandwidth: 400_000,
      tracks: [
        {
          codecs: "avc1.4d401f,mp4a.40.2",
          init: { url: "0/init.mp4" },
          segments: [
            { url: "0/0.m4s", duration: 1 },
            { url: "0/1.m4s", duration: 3 },
          ],
        },
      ],
    },
    captions: [{ lang: "en", label: "English", url: "en.vtt" }],
  };
}

/** Writes the folders of a series as the packager does; a file's content is its own name. */
export function writeFixtureSeries(folder: string, catalogue: Catalogue): void {
  const write = (path: string, text: string) => {
    const file = join(folder, path);
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, text);
  };
  write("platform.json", JSON.stringify(catalogue));
  write("public/series.json", JSON.stringify({ version: 1, id: catalogue.id }));
  write("public/e01/main.m3u8", "#EXTM3U");
  write("public/e01/poster.webp", "0123456789");
  for (const { asset } of catalogue.episodes)
    for (const file of asset ? ASSET_FILES : []) write(`protected/${asset?.id}/${file}`, file);
}
