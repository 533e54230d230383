import { join } from "node:path";

/** Where everything lies under the output folder. */
export interface Layout {
  readonly out: string;
  /** The public manifest. */
  readonly manifest: string;
  /** The platform's catalogue; never published. */
  readonly catalogue: string;
  /** The packager's memory between runs. */
  readonly memory: string;
  /** Half-made files; emptied by every run. */
  readonly work: string;
}

/** The layout of one output folder. */
export function layoutOf(out: string): Layout {
  const memory = join(out, ".packager");
  return {
    out,
    manifest: join(out, "public", "series.json"),
    catalogue: join(out, "platform.json"),
    memory,
    work: join(memory, "work"),
  };
}

/** Folder of an episode's media, relative to the output folder, with `/`. */
export function homeOf(episode: { readonly id: string; readonly access: string }, assetId: string): string {
  return episode.access === "free" ? `public/${episode.id}` : `protected/${assetId}`;
}

/** Poster of an episode, relative to the manifest. */
export function posterUrl(id: string): string {
  return `posters/${id}.webp`;
}
