/** Renders the score of a film: everything its `score(play)` asks for, in one room. */
import * as ambience from "./ambience.js";
import { createBus } from "./bus.js";
import * as foley from "./foley.js";
import * as instruments from "./instruments.js";
import { addReverb } from "./reverb.js";
import { toWav } from "./wav.js";

const sounds = { ...ambience, ...foley, ...instruments };

/** The WAV file of a film's sound. A score calls `play.bell({at, note})` and the like; `play.tune("bell", "0.5:D4 1:F4")` plays many. */
export function renderScore(film) {
  const bus = createBus(film.seconds);
  const play = Object.fromEntries(
    Object.entries(sounds).map(([name, sound]) => [name, (options) => sound(bus, options)]),
  );
  for (const name of ["rain", "wind", "waves", "clockwork"]) {
    play[name] = (options) => sounds[name](bus, { seconds: film.seconds - (options?.at ?? 0), ...options });
  }
  play.tune = (instrument, notes, { spread = 0.15, ...options } = {}) => {
    notes.split(" ").forEach((written, index) => {
      const [at, note] = written.split(":");
      play[instrument]({ at: Number(at), note, pan: index % 2 ? spread : -spread, ...options });
    });
  };
  film.score(play);
  addReverb(bus);
  return toWav(bus);
}
