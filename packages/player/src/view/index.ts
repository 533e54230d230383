export { preloadControls, preloadGate } from "./lazy-views.js";
export { findFeed, renderPlayer } from "./player-view.js";
export { type SlotEpisode, selectSlotEpisodes } from "./slot-episodes.js";
export type { PlayerViewContext, ViewContext } from "./view-context.js";
