export * from "./account.js";
export * from "./purchases.js";
