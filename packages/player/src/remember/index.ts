export { createDeepLink } from "./deep-link.js";
export { type Recalled, recall } from "./recall.js";
export type { StorageChoice, StoragePort } from "./storage-port.js";
