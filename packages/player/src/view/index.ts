export { findFeed, renderPlayer } from "./player-view.js";
export { SLOT_COUNT, type SlotEpisode, selectSlotEpisodes } from "./slot-episodes.js";
export type { PlayerViewContext, ViewContext } from "./view-context.js";
