/** A large, dark room: parallel feedback combs and all-passes, a little different left and right. */
import { rate } from "./bus.js";

const combTimes = [0.0371, 0.0411, 0.0437, 0.0493, 0.0533, 0.0581];
const allPassTimes = [0.0051, 0.0077, 0.0113];

/** Adds the reverberated send to the dry signal, in place. `tail` is near to 1 for long rooms. */
export function addReverb(bus, { tail = 0.84, damping = 0.42, level = 0.5 } = {}) {
  for (const side of [0, 1]) {
    const wet = new Float32Array(bus.length);
    for (const time of combTimes) comb(bus.send[side], wet, { time: time + side * 0.00061, tail, damping });
    for (const time of allPassTimes) allPass(wet, time + side * 0.00023);
    for (let index = 0; index < bus.length; index += 1) bus.dry[side][index] += (wet[index] * level) / 3;
  }
}

function comb(input, output, { time, tail, damping }) {
  const line = new Float32Array(Math.round(time * rate));
  let [at, kept] = [0, 0];
  for (let index = 0; index < input.length; index += 1) {
    const echo = line[at];
    kept = echo * (1 - damping) + kept * damping;
    line[at] = input[index] + kept * tail;
    at = (at + 1) % line.length;
    output[index] += echo;
  }
}

function allPass(signal, time) {
  const line = new Float32Array(Math.round(time * rate));
  let at = 0;
  for (let index = 0; index < signal.length; index += 1) {
    const echo = line[at];
    const value = signal[index] + echo * 0.5;
    signal[index] = echo - value * 0.5;
    line[at] = value;
    at = (at + 1) % line.length;
  }
}
