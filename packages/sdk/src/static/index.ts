export type { Media } from "../media.js";
export { createStaticAdapter, type StaticAdapterOptions } from "./create-static-adapter.js";
export type { ReleaseWindow } from "./release-windows.js";
