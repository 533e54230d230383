export { waitForNextTry } from "../waiting.js";
export { createSpending, type Spending, type SpendingParts } from "./create-spending.js";
export type { MergeEnd } from "./guest-merge.js";
export type { OpenOptions } from "./purchases.js";
