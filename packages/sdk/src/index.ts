export type * from "./entitlements.js";
export type * from "./unlock-state.js";
