/** A stereo mixing bus with a reverb send, and the small signal tools that every sound is made of. */
import { createRandom } from "../stage/random.js";

/** Samples a second. */
export const rate = 48000;

/** A stereo bus of a length in seconds: dry signal and what is sent to the reverb. */
export function createBus(seconds) {
  const length = Math.ceil(seconds * rate);
  const channels = () => [new Float32Array(length), new Float32Array(length)];
  return { seconds, length, dry: channels(), send: channels() };
}

/**
 * Adds a sound to the bus. `sample(t, index)` gives its value `t` seconds after its start.
 * @param {object} where `at` and `seconds`; `gain`; `pan` -1..1 (may be a function of t); `room` 0..1 goes to the reverb
 */
export function place(bus, { at, seconds, gain = 1, pan = 0, room = 0.25 }, sample) {
  const start = Math.round(at * rate);
  const count = Math.min(Math.ceil(seconds * rate), bus.length - start);
  for (let index = Math.max(0, -start); index < count; index += 1) {
    const t = index / rate;
    const value = sample(t, index) * gain;
    const side = typeof pan === "function" ? pan(t) : pan;
    const turn = ((side + 1) * Math.PI) / 4;
    const [left, right] = [value * Math.cos(turn), value * Math.sin(turn)];
    bus.dry[0][start + index] += left;
    bus.dry[1][start + index] += right;
    bus.send[0][start + index] += left * room;
    bus.send[1][start + index] += right * room;
  }
}

/** White noise in [-1, 1] from a seed. */
export function createNoise(seed) {
  const random = createRandom(seed);
  return () => random() * 2 - 1;
}

/** A state-variable filter; call it with a sample and, if it moves, a new cut-off in Hz. */
export function createFilter(kind, cutoff, resonance = 0.7) {
  let [low, band] = [0, 0];
  const damp = 1 / resonance;
  let g = Math.tan((Math.PI * Math.min(cutoff, rate * 0.45)) / rate);
  return (input, moved) => {
    if (moved !== undefined) g = Math.tan((Math.PI * Math.min(moved, rate * 0.45)) / rate);
    const high = (input - low - (g + damp) * band) / (1 + g * (g + damp));
    const nextBand = band + g * high;
    band = nextBand + g * high;
    const nextLow = low + g * nextBand;
    low = nextLow + g * nextBand;
    return kind === "low" ? nextLow : kind === "high" ? high : nextBand;
  };
}

/** An envelope: rises over `attack`, holds, falls over `release` at the end of `seconds`. */
export function swell(t, seconds, attack, release) {
  if (t < 0 || t > seconds) return 0;
  const rise = Math.min(1, t / attack);
  const fall = Math.min(1, (seconds - t) / release);
  return Math.sin((rise * Math.PI) / 2) * Math.sin((fall * Math.PI) / 2);
}

/** Frequency of a note name such as "D4" or "Bb3". */
export function pitch(note) {
  const [, letter, accidental, octave] = /^([A-G])([b#]?)(\d)$/.exec(note);
  const step = { C: 0, D: 2, E: 4, F: 5, G: 7, A: 9, B: 11 }[letter] + { b: -1, "": 0, "#": 1 }[accidental];
  return 440 * 2 ** ((step - 9) / 12 + Number(octave) - 4);
}
