export { createDragSwipe as createSwipe } from "./drag-swipe.js";
export { watchHold } from "./hold.js";
export { handleKey } from "./keys.js";
export type * from "./swipe.js";
