export { createEntitlements } from "./create-entitlements.js";
export type * from "./entitlements.js";
export type { Locks, Platform } from "./platform.js";
export { createMemoryStorage } from "./storage.js";
export type * from "./unlock-event.js";
export { transition, UNLOCK_TABLE } from "./unlock-machine.js";
export type * from "./unlock-state.js";
