/** Morse code as spans of light, because somebody will check. */

const code = { A: ".-", E: ".", I: "..", L: ".-..", M: "--", N: "-.", R: ".-.", S: "...", V: "...-" };

/** When the lamp is on: spans of seconds for a word, with `unit` seconds for a dot. */
export function morse(word, { at = 0, unit = 0.15 } = {}) {
  const spans = [];
  let time = at;
  for (const letter of word) {
    for (const sign of code[letter]) {
      const length = sign === "-" ? 3 * unit : unit;
      spans.push({ at: time, until: time + length });
      time += length + unit;
    }
    time += 2 * unit;
  }
  return spans;
}

/** How bright a lamp is that follows the spans: on at once, off with a short glow. */
export function signal(spans, now, glow = 0.05) {
  return spans.reduce((light, { at, until }) => {
    if (now < at) return light;
    return Math.max(light, now < until ? 1 : Math.exp(-(now - until) / glow));
  }, 0);
}
