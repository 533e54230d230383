export { createFormats, type Formats, type PluralForms } from "./formats.js";
export { fallbackMessages, loadMessages } from "./load-messages.js";
export type { GateMessages, Messages } from "./messages.js";
