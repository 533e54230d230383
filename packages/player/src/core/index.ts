export type * from "./actions.js";
export type * from "./media-fact.js";
export * from "./player-model.js";
export * from "./playlist.js";
export * from "./public-state.js";
export * from "./select-slot-plans.js";
export * from "./select-stage.js";
export * from "./select-view-state.js";
export type * from "./view-state.js";
