import { defineMicroDrama } from "./element/define-micro-drama.js";

defineMicroDrama();

export * from "./index.js";
