export { createDragSwipe as createSwipe } from "./drag-swipe.js";
export { handleKey } from "./keys.js";
export type * from "./swipe.js";
export { watchPresses } from "./watch-presses.js";
