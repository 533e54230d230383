/** Turns the cues of a film into WebVTT sidecars, one per language. */

/** Languages every film is captioned in. */
export const languages = ["en", "es", "ar"];

/** WebVTT text of one language. A cue without a speaker is a sound or a narrator's line. */
export function toWebVtt(film, cast, language) {
  const blocks = film.captions.map((cue, index) => {
    const text = cue[language];
    const voice = cue.who ? `<v ${cast[cue.who][language]}>${text}` : text;
    return `${index + 1}\n${stamp(cue.at)} --> ${stamp(cue.until)}\n${voice}\n`;
  });
  return `WEBVTT\n\n${blocks.join("\n")}`;
}

/** Throws a sentence when a cue lacks a language, overlaps the next one or outlasts its film. */
export function checkCaptions(film) {
  film.captions.forEach((cue, index) => {
    const missing = languages.find((language) => !cue[language]);
    if (missing) throw new Error(`${film.id}: cue ${index + 1} has no text in ${missing}`);
    const next = film.captions[index + 1];
    if (cue.until > (next?.at ?? film.seconds))
      throw new Error(`${film.id}: cue ${index + 1} lasts too long`);
  });
}

function stamp(seconds) {
  const whole = Math.floor(seconds);
  const rest = String(Math.round((seconds - whole) * 1000)).padStart(3, "0");
  return `00:${String(Math.floor(whole / 60)).padStart(2, "0")}:${String(whole % 60).padStart(2, "0")}.${rest}`;
}
