export type { Dictionary, PartialDictionary, Words, WordsSource } from "./dictionary.js";
export type { Formats } from "./formats.js";
export { fallbackMessages, loadMessages } from "./load-messages.js";
export type { GateMessages, Messages, OpenedMessages } from "./messages.js";
export type { NumberFormats, PluralForms } from "./number-formats.js";
