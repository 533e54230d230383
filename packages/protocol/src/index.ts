export type * from "./access.js";
export type * from "./adapter.js";
export type * from "./catalogue.js";
export * from "./errors.js";
export type * from "./json.js";
export type * from "./offer.js";
export * from "./problem.js";
export * from "./ref.js";
export type * from "./series.js";
