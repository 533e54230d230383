import { inflateSync } from "node:zlib";

const SIGNATURE_BYTES = 8;
const CHANNELS = { 2: 3, 6: 4 };

/**
 * Decodes what Chromium's screencast sends: 8 bits per channel, with or without alpha, not interlaced.
 * PNG specification, https://www.w3.org/TR/png-3/ (chunks: 5, filters: 9).
 *
 * @param {Buffer} file
 * @returns {{width: number, height: number, channels: number, data: Uint8Array}}
 * @throws {Error} on any other kind of PNG
 */
export function decodePng(file) {
  const parts = [];
  let header;
  for (let at = SIGNATURE_BYTES; at < file.length; ) {
    const length = file.readUInt32BE(at);
    const type = file.toString("latin1", at + 4, at + 8);
    const content = file.subarray(at + 8, at + 8 + length);
    if (type === "IHDR") header = readHeader(content);
    if (type === "IDAT") parts.push(content);
    at += length + 12;
  }
  if (!header) throw new Error("This is no PNG: it has no header");
  return { ...header, data: unfilter(inflateSync(Buffer.concat(parts)), header) };
}

function readHeader(content) {
  const [depth, colorType, , , interlace] = content.subarray(8);
  const channels = CHANNELS[colorType];
  if (depth !== 8 || !channels || interlace !== 0) {
    throw new Error(
      `A PNG of depth ${depth}, colour type ${colorType}, interlace ${interlace} is not read here`,
    );
  }
  return { width: content.readUInt32BE(0), height: content.readUInt32BE(4), channels };
}

function unfilter(raw, { width, height, channels }) {
  const stride = width * channels;
  const data = new Uint8Array(stride * height);
  for (let y = 0; y < height; y += 1) {
    const filter = raw[y * (stride + 1)];
    const from = y * (stride + 1) + 1;
    const to = y * stride;
    for (let x = 0; x < stride; x += 1) {
      const left = x >= channels ? data[to + x - channels] : 0;
      const above = y > 0 ? data[to + x - stride] : 0;
      const corner = x >= channels && y > 0 ? data[to + x - stride - channels] : 0;
      data[to + x] = raw[from + x] + predict(filter, left, above, corner);
    }
  }
  return data;
}

function predict(filter, left, above, corner) {
  if (filter === 0) return 0;
  if (filter === 1) return left;
  if (filter === 2) return above;
  if (filter === 3) return (left + above) >> 1;
  const estimate = left + above - corner;
  const toLeft = Math.abs(estimate - left);
  const toAbove = Math.abs(estimate - above);
  const toCorner = Math.abs(estimate - corner);
  if (toLeft <= toAbove && toLeft <= toCorner) return left;
  return toAbove <= toCorner ? above : corner;
}
