import { findBox, readBoxes, viewOf } from "./boxes.js";

/** Bytes of a visual and of an audio sample entry before their child boxes (ISO/IEC 14496-12). */
const visualHeader = 78;
const audioHeader = 28;

/**
 * RFC 6381 codecs string of the first sample entry of an `stsd` box, e.g. `avc1.64001e` or `mp4a.40.2`.
 * Formats that this package does not write give their four characters only.
 */
export function codecOf(stsd: Uint8Array): string | undefined {
  const entry = readBoxes(stsd.subarray(8))[0];
  if (!entry) return undefined;
  if (entry.type === "avc1" || entry.type === "avc3") {
    const config = findBox(entry.body.subarray(visualHeader), "avcC");
    return config ? `${entry.type}.${hex(config.subarray(1, 4))}` : entry.type;
  }
  if (entry.type === "mp4a") {
    const config = findBox(entry.body.subarray(audioHeader), "esds");
    return config ? `mp4a.${audioObject(config.subarray(4))}` : entry.type;
  }
  return entry.type;
}

/** `40.2` for AAC-LC: the object type indication and the first five bits of the decoder's own description. */
function audioObject(esds: Uint8Array): string {
  const decoder = descriptor(descriptor(esds, 0x03, 3), 0x04, 13);
  const indication = descriptor(descriptor(esds, 0x03, 3), 0x04, 0)[0] ?? 0;
  const description = descriptor(decoder, 0x05, 0);
  if (description.length < 2) return indication.toString(16);
  const first = viewOf(description).getUint16(0);
  const short = first >> 11;
  // 31 escapes to six more bits.
  const type = short === 31 ? 32 + ((first >> 5) & 0x3f) : short;
  return `${indication.toString(16)}.${type}`;
}

/** The body of an MPEG-4 descriptor with this tag, `skip` bytes in; empty when it is another one. */
function descriptor(bytes: Uint8Array, tag: number, skip: number): Uint8Array {
  if (bytes[0] !== tag) return new Uint8Array();
  let at = 1;
  let length = 0;
  for (let read = 0x80; read & 0x80 && at < 6; at += 1) {
    read = bytes[at] ?? 0;
    length = (length << 7) | (read & 0x7f);
  }
  return bytes.subarray(at + skip, at + length);
}

function hex(bytes: Uint8Array): string {
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, "0")).join("");
}
