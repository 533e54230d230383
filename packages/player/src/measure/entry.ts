import type { MediaFact } from "../core/media-fact.js";
import type { PlayerModel } from "../core/player-model.js";

/** Something that happened to a player, and when by `performance.now()`. */
export type Entry =
  | { readonly at: number; readonly model: PlayerModel; readonly previous: PlayerModel }
  | { readonly at: number; readonly fact: MediaFact };
