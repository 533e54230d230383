import { beginEarlyFilm } from "./early/begin-early-film.js";
import { findEarlyStart } from "./early/find-early-start.js";

/**
 * The script that publishers name. Small, so that it comes before everything else: it begins the film that the page
 * shows first, and brings the player when the film's bytes are there (they share a network) and its first frame is on
 * the screen (they share a processor). Neither may keep the player away for long.
 */
const LATEST_MS = { arrival: 300, frame: 600 };

const after = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));

/** The build puts the player's hashed name here: see scripts/build/stable-entry.mjs. */
const player = new URL("./define.js", import.meta.url).href;
const start = findEarlyStart();
if (start) {
  const { arrived, shown } = beginEarlyFilm(start);
  await Promise.race([arrived, after(LATEST_MS.arrival)]);
  // Fetched, and not run.
  const link = document.createElement("link");
  link.rel = "modulepreload";
  link.href = player;
  // A page may allow by nonce only. The import itself inherits it from this script.
  link.nonce = document.querySelector<HTMLElement>("script[nonce]")?.nonce ?? "";
  document.head.append(link);
  await Promise.race([shown, after(LATEST_MS.frame - LATEST_MS.arrival)]);
}

/** A page that is left meanwhile gives up the import, and is gone before that can be told as an error. */
const tellLater = async (error: unknown): Promise<never> => {
  await after(LATEST_MS.arrival);
  throw error;
};

export const {
  defineMicroDrama,
  DramaBreakRequestEvent,
  DramaEvent,
  DramaUnlockRequestEvent,
  MicroDramaElement,
  TAG_NAME,
} = (await import(player).catch(tellLater)) as typeof import("./define.js");
