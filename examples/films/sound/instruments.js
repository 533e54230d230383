/** Instruments: pad, bell, plucked string, low drone, bowed line, riser and the sting of a cliffhanger. */
import { createFilter, createNoise, pitch, place, rate, swell } from "./bus.js";

const tau = Math.PI * 2;
const saw = (phase) => 2 * (phase - Math.floor(phase + 0.5));

/** A warm chord of detuned saws behind a slow filter. */
export function pad(bus, { at, seconds, notes, gain = 0.05, bright = 900, attack = 1.2, release = 1.6 }) {
  notes.forEach((note, voice) => {
    const base = pitch(note);
    for (const [detune, pan] of [
      [0.9965, -0.7],
      [1, 0],
      [1.0041, 0.7],
    ]) {
      const filter = createFilter("low", bright, 0.8);
      const frequency = base * detune;
      const offset = (voice * 0.37 + detune * 5) % 1;
      place(bus, { at, seconds, gain, pan, room: 0.6 }, (t, index) => {
        const open = index % 64 === 0 ? bright * (0.6 + 0.4 * Math.sin(t * 0.8 + voice)) : undefined;
        return filter(saw(frequency * t + offset), open) * swell(t, seconds, attack, release);
      });
    }
  });
}

/** A struck bell or glass: inharmonic partials that die one after another. */
export function bell(bus, { at, note, gain = 0.22, seconds = 3, pan = 0, hard = 1 }) {
  const base = pitch(note);
  const partials = [
    [1, 1, 1],
    [2.0, 0.5, 1.4],
    [2.76, 0.36, 2.2],
    [5.4, 0.2, 4],
    [8.9, 0.1, 8],
  ];
  place(bus, { at, seconds, gain, pan, room: 0.7 }, (t) => {
    let value = 0;
    for (const [ratio, level, decay] of partials)
      value +=
        Math.sin(tau * base * ratio * t) *
        level *
        hard ** ratio *
        Math.exp((-t * decay * 2.2) / (seconds * 0.6));
    return value * Math.min(1, t * 700);
  });
}

/** A plucked string. */
export function pluck(bus, { at, note, gain = 0.3, seconds = 1.8, pan = 0, soft = 0.5 }) {
  const noise = createNoise(Math.round(at * 1000) + note.charCodeAt(0));
  const line = Float32Array.from({ length: Math.round(rate / pitch(note)) }, noise);
  for (let pass = 0; pass < 3; pass += 1)
    for (let index = 1; index < line.length; index += 1)
      line[index] = line[index] * (1 - soft) + line[index - 1] * soft;
  let at2 = 0;
  place(bus, { at, seconds, gain, pan, room: 0.4 }, (t) => {
    const next = (at2 + 1) % line.length;
    const value = line[at2];
    line[at2] = (value + line[next]) * 0.4985;
    at2 = next;
    return value * Math.min(1, (seconds - t) * 8);
  });
}

/** A low, breathing drone. */
export function drone(
  bus,
  { at, seconds, note = "D2", gain = 0.16, attack = 1.5, release = 1.5, dark = 180 },
) {
  const base = pitch(note);
  const filter = createFilter("low", dark, 1.1);
  place(bus, { at, seconds, gain, room: 0.2 }, (t) => {
    const body = saw(base * t) + saw(base * 1.007 * t + 0.3) + Math.sin(tau * base * 0.5 * t) * 1.2;
    return filter(body) * swell(t, seconds, attack, release) * (0.85 + 0.15 * Math.sin(t * 2.3));
  });
}

/** A bowed melody note with vibrato. */
export function bow(bus, { at, note, seconds = 1.4, gain = 0.11, pan = 0.15 }) {
  const base = pitch(note);
  const filter = createFilter("low", 1500, 0.9);
  let phase = 0;
  place(bus, { at, seconds, gain, pan, room: 0.7 }, (t) => {
    phase += (base * (1 + 0.005 * Math.sin(tau * 5.1 * t) * Math.min(1, t * 1.5))) / rate;
    return filter(saw(phase) * 0.7 + Math.sin(tau * phase) * 0.5) * swell(t, seconds, 0.18, 0.45);
  });
}

/** A rising rush of air and strings that ends sharply at `at + seconds`. */
export function riser(bus, { at, seconds = 2, gain = 0.2 }) {
  const noise = createNoise(91);
  const filter = createFilter("band", 400, 2.2);
  let phase = 0;
  place(bus, { at, seconds, gain, room: 0.3 }, (t, index) => {
    const part = t / seconds;
    phase += (90 * 2 ** (part * 1.6)) / rate;
    const air = filter(noise(), index % 32 === 0 ? 300 + 5200 * part ** 2 : undefined);
    return (air * 1.6 + saw(phase) * 0.22 + saw(phase * 1.06) * 0.22) * part ** 2.4;
  });
}

/** The cliffhanger: a cluster of strings that bends down over a deep boom. */
export function sting(bus, { at, gain = 0.5, notes = ["D3", "Eb3", "A3", "Ab4"], seconds = 3 }) {
  for (const [voice, note] of notes.entries()) {
    const base = pitch(note);
    const filter = createFilter("low", 2600, 1);
    let phase = voice * 0.21;
    place(bus, { at, seconds, gain: gain * 0.2, pan: (voice % 2 ? 1 : -1) * 0.5, room: 0.7 }, (t, index) => {
      phase += (base * (1 - 0.06 * Math.min(1, t / 2.4))) / rate;
      const cut = index % 32 === 0 ? 500 + 2800 * Math.exp(-t * 1.6) : undefined;
      return filter(saw(phase), cut) * Math.exp(-t * 1.05) * Math.min(1, t * 60);
    });
  }
  boom(bus, { at, gain: gain * 1.3 });
}

/** A deep drum. */
export function boom(bus, { at, gain = 0.6, seconds = 1.8 }) {
  const noise = createNoise(17);
  const filter = createFilter("low", 240, 0.8);
  let phase = 0;
  place(bus, { at, seconds, gain, room: 0.35 }, (t) => {
    phase += (38 + 70 * Math.exp(-t * 18)) / rate;
    return Math.sin(tau * phase) * Math.exp(-t * 2.6) + filter(noise()) * 0.9 * Math.exp(-t * 9);
  });
}
