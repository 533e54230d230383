import { createOpenedWords } from "./en-opened.js";
import { createFormats } from "./formats.js";
import type { Messages, OpenedMessages, OpenedWords } from "./messages.js";

const completed = new WeakMap<Messages, OpenedMessages>();

/** All words and formats in the language of the player. Only English comes without the words of an opened one. */
export function selectOpenedMessages(messages: Messages): OpenedMessages {
  if (isWhole(messages)) return messages;
  const known = completed.get(messages);
  if (known) return known;
  const words = hasAllWords(messages) ? messages : { ...messages, ...createOpenedWords(messages) };
  const whole = { ...words, format: createFormats(messages.lang) };
  completed.set(messages, whole);
  return whole;
}

function isWhole(messages: Messages): messages is OpenedMessages {
  return "clock" in messages.format;
}

function hasAllWords(messages: Messages): messages is Messages & OpenedWords {
  return "play" in messages;
}
