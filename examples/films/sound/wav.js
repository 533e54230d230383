/** Writes a bus as a 16-bit stereo WAV file, with gentle limiting and fades at both ends. */
import { rate } from "./bus.js";

const headerBytes = 44;

/** The bytes of a WAV file. */
export function toWav(bus, { fadeIn = 0.02, fadeOut = 0.12 } = {}) {
  const bytes = Buffer.alloc(headerBytes + bus.length * 4);
  bytes.write("RIFF", 0);
  bytes.writeUInt32LE(bytes.length - 8, 4);
  bytes.write("WAVEfmt ", 8);
  bytes.writeUInt32LE(16, 16);
  bytes.writeUInt16LE(1, 20);
  bytes.writeUInt16LE(2, 22);
  bytes.writeUInt32LE(rate, 24);
  bytes.writeUInt32LE(rate * 4, 28);
  bytes.writeUInt16LE(4, 32);
  bytes.writeUInt16LE(16, 34);
  bytes.write("data", 36);
  bytes.writeUInt32LE(bus.length * 4, 40);
  for (let index = 0; index < bus.length; index += 1) {
    const t = index / rate;
    const fade = Math.min(1, t / fadeIn, (bus.seconds - t) / fadeOut);
    for (const side of [0, 1]) {
      const value = Math.tanh(bus.dry[side][index] * 0.9) * Math.max(0, fade);
      bytes.writeInt16LE(Math.round(value * 32000), headerBytes + index * 4 + side * 2);
    }
  }
  return bytes;
}
