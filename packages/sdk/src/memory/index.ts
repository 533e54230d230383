export type { Media } from "../media.js";
export { createMemoryAdapter, type MemoryAdapter, type MemoryPlatform } from "./create-memory-adapter.js";
export type { MemoryAdapterOptions } from "./options.js";
