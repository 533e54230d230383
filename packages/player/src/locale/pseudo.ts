import { createGateMessages } from "./en-gate.js";
import { mergeWords } from "./merge-words.js";
import type { GateMessages, Messages, OpenedMessages } from "./messages.js";
import { selectOpenedMessages } from "./opened-messages.js";

/** A number that every message with a number is tried with. */
const SAMPLE = 7;

/**
 * Every message of a dictionary by its path, functions called with samples: for tests that compare
 * dictionaries.
 */
export function describeMessages(messages: object): Map<string, string> {
  const words = new Map<string, string>();
  collect("", messages, words);
  for (const path of ["lang", "dir"]) words.delete(path);
  return words;
}

function collect(path: string, value: unknown, words: Map<string, string>): void {
  if (typeof value === "string") words.set(path, value);
  else if (typeof value === "function") words.set(path, String(value(SAMPLE, SAMPLE, SAMPLE)));
  else if (typeof value === "object" && value !== null && path !== "format") {
    for (const [key, inner] of Object.entries(value)) collect(path ? `${path}.${key}` : key, inner, words);
  }
}

/** A dictionary with all words, wherever they come from. */
export function withAllWords(messages: Messages): OpenedMessages & { readonly gate: GateMessages } {
  const opened = selectOpenedMessages(messages);
  return { ...opened, gate: mergeWords(createGateMessages(opened.format), opened.gate) };
}

/** A dictionary that marks all of its words `⟦so⟧`: what is shown without marks was hard-coded in a view. */
export function createPseudoMessages(messages: Messages): OpenedMessages {
  return { ...(mark(withAllWords(messages)) as OpenedMessages), lang: messages.lang, dir: messages.dir };
}

function mark(value: unknown): unknown {
  if (typeof value === "string") return `⟦${value}⟧`;
  if (typeof value === "function") return (...args: unknown[]) => `⟦${value(...args)}⟧`;
  if (typeof value !== "object" || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, mark(inner)]));
}
