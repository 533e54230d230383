import type { Caption, StartDescriptor } from "../series.js";
import { count, lang, list, type Read, seconds, text } from "./field.js";
import { record } from "./shape.js";

/** Reads a side-loaded caption track. A label that is not there is the language's tag. */
export function captionFrom(url: Read<string>): Read<Caption> {
  const read = record({ lang, url }, { label: text });
  return (value, path) => {
    const caption = read(value, path);
    return Object.freeze({ ...caption, label: caption.label ?? caption.lang });
  };
}

/** Reads what a player needs for the first frame without a playlist. */
export function startFrom(url: Read<string>): Read<StartDescriptor> {
  const part = { byteRange: record({ offset: count, length: count }) };
  const segments = list(record({ url, duration: seconds }, part));
  const track = record({ codecs: text, init: record({ url }, part), segments });
  return record({ bandwidth: count, tracks: list(track) });
}
