import { readdirSync, readFileSync } from "node:fs";

/** A request and its answer, as they were recorded: tokens, signatures and addresses are words of the same kind. */
export interface Exchange {
  readonly request: {
    readonly method: string;
    readonly path: string;
    readonly headers?: { readonly [name: string]: string };
    readonly body?: unknown;
  };
  readonly response: {
    readonly status: number;
    readonly headers: { readonly [name: string]: string };
    readonly body?: unknown;
  };
}

/** The exchanges of one file, in their order. */
export interface Recording {
  readonly file: string;
  readonly exchanges: readonly Exchange[];
}

const FOLDER = new URL("../../../../protocol/recorded/", import.meta.url);

/** Every recording that the protocol keeps. */
export function readRecordings(): readonly Recording[] {
  return readdirSync(FOLDER)
    .filter((name) => name.endsWith(".json"))
    .map((file) => ({ file, exchanges: JSON.parse(readFileSync(new URL(file, FOLDER), "utf8")) }));
}

/**
 * What is wrong with the lists of recordings: each has a scene to be said again in, or a reason why this server cannot
 * answer it; neither is there for a file that is not.
 */
export function findMisplaced(
  files: readonly string[],
  scenes: readonly string[],
  foreign: readonly string[],
): readonly string[] {
  const placed = [...scenes, ...foreign];
  return [
    ...files.filter((file) => !placed.includes(file)).map((file) => `${file} has no scene and no reason`),
    ...placed.filter((file) => !files.includes(file)).map((file) => `${file} is no recording`),
    ...scenes.filter((file) => foreign.includes(file)).map((file) => `${file} has both`),
  ];
}
