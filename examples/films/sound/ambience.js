/** Sounds that lie under a scene: rain, wind, waves, gulls, a machine that turns. */

import { hash } from "../stage/random.js";
import { createFilter, createNoise, place, rate, swell } from "./bus.js";

const tau = Math.PI * 2;

/** Rain: a broad hiss and single drops. `inside` dulls it. */
export function rain(bus, { at = 0, seconds, gain = 0.12, inside = false, fade = 0.4 }) {
  for (const side of [-1, 1]) {
    const noise = createNoise(101 + side);
    const high = createFilter("high", inside ? 180 : 500, 0.7);
    const low = createFilter("low", inside ? 900 : 6500, 0.7);
    place(
      bus,
      { at, seconds, gain, pan: side * 0.8, room: 0.05 },
      (t) => low(high(noise())) * swell(t, seconds, fade, fade) * (0.9 + 0.1 * Math.sin(t * 1.1 + side)),
    );
  }
  for (let drop = 0; drop < seconds * 14; drop += 1) {
    const frequency = (inside ? 500 : 1300) + hash(drop, 2) * 1900;
    place(
      bus,
      {
        at: at + hash(drop, 5) * seconds,
        seconds: 0.06,
        gain: gain * 0.55 * hash(drop, 6),
        pan: hash(drop, 7) * 1.8 - 0.9,
        room: 0.2,
      },
      (t) => Math.sin(tau * frequency * t * (1 + t * 4)) * Math.exp(-t * 90),
    );
  }
}

/** Wind that comes and goes. */
export function wind(bus, { at = 0, seconds, gain = 0.14, pitch = 420, fade = 0.6 }) {
  const noise = createNoise(113);
  const filter = createFilter("band", pitch, 3.2);
  place(bus, { at, seconds, gain, pan: (t) => Math.sin(t * 0.6) * 0.6, room: 0.25 }, (t, index) => {
    const gust = 0.55 + 0.45 * Math.sin(t * 0.9 + 1.2 * Math.sin(t * 0.41));
    return (
      filter(noise(), index % 64 ? undefined : pitch * (0.55 + 0.75 * gust)) *
      gust *
      swell(t, seconds, fade, fade)
    );
  });
}

/** Waves that roll in and out. */
export function waves(bus, { at = 0, seconds, gain = 0.16, period = 4.2, fade = 0.5 }) {
  const noise = createNoise(127);
  const filter = createFilter("low", 700, 0.7);
  place(bus, { at, seconds, gain, pan: (t) => Math.sin(t * 0.7) * 0.5, room: 0.12 }, (t, index) => {
    const roll = (0.5 + 0.5 * Math.sin((t / period) * tau - 1.2)) ** 2;
    return (
      filter(noise(), index % 64 ? undefined : 260 + 1500 * roll) *
      (0.3 + roll) *
      swell(t, seconds, fade, fade)
    );
  });
}

/** Gulls over a harbour in the morning. */
export function gulls(bus, { at, count = 3, gain = 0.06, gap = 0.42, pan = 0.4 }) {
  for (let call = 0; call < count; call += 1) {
    let phase = 0;
    place(
      bus,
      { at: at + call * gap, seconds: 0.38, gain: gain * (1 - call * 0.15), pan, room: 0.6 },
      (t) => {
        phase += (1150 + 520 * Math.sin(Math.min(1, t * 5) * Math.PI * 0.6) - 700 * t) / rate;
        return (Math.sin(tau * phase) + 0.5 * Math.sin(tau * phase * 2.01)) * swell(t, 0.38, 0.04, 0.14);
      },
    );
  }
}

/** The clockwork that turns a lamp: ticks with a soft whirr. */
export function clockwork(bus, { at = 0, seconds, gain = 0.1, gap = 0.5 }) {
  for (let tick = 0; tick * gap < seconds; tick += 1) {
    const note = tick % 2 ? 1700 : 2150;
    place(
      bus,
      { at: at + tick * gap, seconds: 0.09, gain, pan: tick % 2 ? 0.25 : -0.25, room: 0.5 },
      (t) => Math.sin(tau * note * t) * Math.exp(-t * 80) + Math.sin(tau * 320 * t) * 0.6 * Math.exp(-t * 50),
    );
  }
}
