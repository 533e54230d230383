import { createReadStream } from "node:fs";
import { realpath, stat } from "node:fs/promises";
import { basename, join, resolve, sep } from "node:path";
import { Readable } from "node:stream";
import type { MediaFile, MediaFiles } from "./files.js";

/** Media in folders as the packager writes them: `<series>/public/…` and `<series>/protected/<asset>/…`. */
export function createFolderFiles(seriesFolders: readonly string[]): MediaFiles {
  const roots = seriesFolders.map((folder) => resolve(folder));
  return {
    async findPublic(series, path) {
      const root = roots.find((folder) => basename(folder) === series);
      return root === undefined ? undefined : open(join(root, "public"), path);
    },
    async findProtected(asset, path) {
      for (const root of roots) {
        const file = await open(join(root, "protected", asset), path);
        if (file) return file;
      }
      return undefined;
    },
  };
}

async function open(root: string, path: readonly string[]): Promise<MediaFile | undefined> {
  try {
    // Links are followed first: one that leads out of the folder is as good as none.
    const [top, target] = await Promise.all([realpath(root), realpath(join(root, ...path))]);
    const info = target.startsWith(top + sep) ? await stat(target) : undefined;
    if (!info?.isFile()) return undefined;
    return {
      size: info.size,
      etag: `"${info.size.toString(36)}-${Math.round(info.mtimeMs).toString(36)}"`,
      read: (start, end) =>
        Readable.toWeb(createReadStream(target, { start, end })) as ReadableStream<Uint8Array>,
    };
  } catch {
    return undefined;
  }
}
