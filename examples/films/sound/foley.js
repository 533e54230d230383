/** Sounds of the world that happen once: thunder, steps, knocks, creaks, a heart, glass, water. */

import { hash } from "../stage/random.js";
import { createFilter, createNoise, place, rate } from "./bus.js";

const tau = Math.PI * 2;

/** A clap near or far (`near` 0..1) with a long roll. */
export function thunder(bus, { at, gain = 0.7, near = 0.5, seconds = 5 }) {
  const noise = createNoise(Math.round(at * 100) + 7);
  const low = createFilter("low", 160 + near * 500, 0.8);
  const crack = createFilter("high", 900, 0.7);
  let brown = 0;
  place(bus, { at, seconds, gain, pan: (t) => Math.sin(t * 1.3) * 0.5, room: 0.4 }, (t) => {
    const white = noise();
    brown = brown * 0.97 + white * 0.22;
    const roll = Math.exp(-t * 0.9) * (0.55 + 0.45 * Math.sin(t * 7 + Math.sin(t * 13) * 2));
    return low(brown) * roll * Math.min(1, t * 30) * 1.7 + crack(white) * near * Math.exp(-t * 16) * 0.6;
  });
}

/** Footsteps: `count` of them, `gap` seconds apart; on "wood" or "stone". */
export function steps(bus, { at, count, gap = 0.55, gain = 0.4, ground = "wood", pan = 0 }) {
  for (let step = 0; step < count; step += 1) {
    const noise = createNoise(step + 40);
    const [body, bright] = ground === "wood" ? [110, 900] : [170, 2400];
    const filter = createFilter("band", bright, 1.1);
    const level = gain * (0.8 + 0.2 * hash(step, 3));
    place(
      bus,
      {
        at: at + step * gap + hash(step, 9) * 0.03,
        seconds: 0.4,
        gain: level,
        pan: pan + (step % 2 ? 0.1 : -0.1),
        room: 0.4,
      },
      (t) => {
        const heel = Math.sin(tau * body * t * (1 + 0.4 * Math.exp(-t * 60))) * Math.exp(-t * 26);
        return heel + filter(noise()) * (Math.exp(-t * 55) + 0.35 * Math.exp(-Math.abs(t - 0.09) * 70));
      },
    );
  }
}

/** Knuckles on wood. */
export function knock(bus, { at, count = 3, gap = 0.42, gain = 0.6, deep = 1 }) {
  for (let blow = 0; blow < count; blow += 1) {
    const noise = createNoise(blow + 60);
    const filter = createFilter("band", 500 / deep, 2.4);
    place(bus, { at: at + blow * gap, seconds: 0.7, gain, room: 0.55 }, (t) => {
      const wood =
        Math.sin(tau * (132 / deep) * t) * Math.exp(-t * 17) +
        Math.sin(tau * (311 / deep) * t) * 0.45 * Math.exp(-t * 30);
      return wood + filter(noise()) * 1.4 * Math.exp(-t * 70);
    });
  }
}

/** Wood under strain: stick and slip, with the resonance of a plank. */
export function creak(bus, { at, seconds = 1.1, gain = 0.25, from = 38, to = 74, pan = 0.2 }) {
  const filters = [430, 870, 1490].map((cutoff) => createFilter("band", cutoff, 7));
  let phase = 0;
  place(bus, { at, seconds, gain, pan, room: 0.45 }, (t, index) => {
    const part = t / seconds;
    phase += (from + (to - from) * part + 9 * hash(Math.floor(t * 40), 2)) / rate;
    const slip = phase >= 1 ? 1 : 0;
    phase %= 1;
    const hit = slip * (6 + 10 * hash(index, 4));
    return (
      filters.reduce((sum, filter, band) => sum + filter(hit) * (1 - band * 0.25), 0) *
      Math.sin(part * Math.PI)
    );
  });
}

/** A heart, close to the ear. */
export function heart(bus, { at, count, gap = 0.9, gain = 0.6 }) {
  for (let beat = 0; beat < count * 2; beat += 1) {
    const start = at + Math.floor(beat / 2) * gap + (beat % 2) * 0.24;
    place(
      bus,
      { at: start, seconds: 0.3, gain: gain * (beat % 2 ? 0.65 : 1), room: 0.08 },
      (t) => Math.sin(tau * (52 - 30 * t) * t) * Math.exp(-t * 15) * Math.min(1, t * 200),
    );
  }
}

/** Glass that breaks and rains. */
export function glass(bus, { at, gain = 0.35 }) {
  const noise = createNoise(23);
  const filter = createFilter("high", 2600, 0.8);
  place(bus, { at, seconds: 0.5, gain, room: 0.6 }, (t) => filter(noise()) * Math.exp(-t * 13));
  for (let shard = 0; shard < 26; shard += 1) {
    const frequency = 1900 + hash(shard, 3) * 5200;
    const start = at + hash(shard, 5) ** 1.6 * 1.2;
    place(
      bus,
      { at: start, seconds: 0.35, gain: gain * 0.22, pan: hash(shard, 8) * 1.6 - 0.8, room: 0.6 },
      (t) => Math.sin(tau * frequency * t) * Math.exp(-t * 24),
    );
  }
}

/** Something meets water. */
export function splash(bus, { at, gain = 0.35, seconds = 1.3, pan = 0 }) {
  const noise = createNoise(29 + Math.round(at * 10));
  const filter = createFilter("band", 1400, 0.8);
  place(
    bus,
    { at, seconds, gain, pan, room: 0.35 },
    (t, index) =>
      filter(noise(), index % 32 ? undefined : 2400 * Math.exp(-t * 2.5) + 350) *
      Math.exp(-t * 3.4) *
      Math.min(1, t * 90),
  );
}

/** A switch, a latch, a match box: one dry click. */
export function click(bus, { at, gain = 0.3, note = 1900 }) {
  const noise = createNoise(31);
  place(
    bus,
    { at, seconds: 0.12, gain, room: 0.35 },
    (t) => (noise() * 0.6 + Math.sin(tau * note * t)) * Math.exp(-t * 95),
  );
}

/** A match or lamp that catches fire. */
export function ignite(bus, { at, gain = 0.4, seconds = 1.6 }) {
  const noise = createNoise(37);
  const filter = createFilter("band", 700, 0.9);
  place(
    bus,
    { at, seconds, gain, room: 0.35 },
    (t, index) =>
      filter(noise(), index % 32 ? undefined : 500 + 3200 * Math.exp(-t * 6)) *
      (Math.exp(-t * 4) + 0.25 * Math.exp(-t * 1.4)) *
      Math.min(1, t * 25),
  );
}
