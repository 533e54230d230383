import type { ByteSource, Caption, StartDescriptor, StartSegment, StartTrack } from "../series.js";
import { count, type Fields, lang, list, object, optional, type Read, seconds, text } from "./field.js";

/** Reads a side-loaded caption track. */
export function captionFrom(readUrl: Read<string>): Read<Caption> {
  return (value, path) => {
    const fields = object(value, path);
    const tag = lang(fields.lang, `${path}.lang`);
    return Object.freeze({
      lang: tag,
      label: fields.label === undefined ? tag : text(fields.label, `${path}.label`),
      url: readUrl(fields.url, `${path}.url`),
    });
  };
}

/** Reads what a player needs for the first frame without a playlist. */
export function startFrom(readUrl: Read<string>): Read<StartDescriptor> {
  const track: Read<StartTrack> = (value, path) => {
    const fields = object(value, path);
    return Object.freeze({
      codecs: text(fields.codecs, `${path}.codecs`),
      init: bytes(object(fields.init, `${path}.init`), `${path}.init`, readUrl),
      segments: list<StartSegment>((item, at) => {
        const segment = object(item, at);
        return Object.freeze({
          ...bytes(segment, at, readUrl),
          duration: seconds(segment.duration, `${at}.duration`),
        });
      })(fields.segments, `${path}.segments`),
    });
  };
  return (value, path) => {
    const fields = object(value, path);
    return Object.freeze({
      bandwidth: count(fields.bandwidth, `${path}.bandwidth`),
      tracks: list(track)(fields.tracks, `${path}.tracks`),
    });
  };
}

function bytes(fields: Fields, path: string, readUrl: Read<string>): ByteSource {
  return {
    url: readUrl(fields.url, `${path}.url`),
    ...optional(fields, path, "byteRange", (value, at) => {
      const range = object(value, at);
      return Object.freeze({
        offset: count(range.offset, `${at}.offset`),
        length: count(range.length, `${at}.length`),
      });
    }),
  };
}
