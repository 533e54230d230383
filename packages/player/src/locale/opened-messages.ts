import { createOpenedWords } from "./en-opened.js";
import { createFormats } from "./formats.js";
import { mergeWords } from "./merge-words.js";
import type { Messages, OpenedMessages } from "./messages.js";

const completed = new WeakMap<Messages, OpenedMessages>();

/** All words and formats in the language of the player; what it has no word for is said in English. */
export function selectOpenedMessages(messages: Messages): OpenedMessages {
  if (isWhole(messages)) return messages;
  const known = completed.get(messages);
  if (known) return known;
  const words = mergeWords(createOpenedWords(messages), messages);
  const whole = { ...messages, ...words, format: createFormats(messages.lang) };
  completed.set(messages, whole);
  return whole;
}

function isWhole(messages: Messages): messages is OpenedMessages {
  return "clock" in messages.format;
}
