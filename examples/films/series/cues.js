/** Reads the captions of a film, written as plain text so that translators can read them too. */

/**
 * Parses cues. Each is a line with its start, its end and who speaks (nothing for a sound or a narrator),
 * followed by its text in English, Spanish and Arabic, a line each.
 * @returns {{at: number, until: number, who?: string, en: string, es: string, ar: string}[]}
 */
export function cues(text) {
  const lines = text.split("\n").map((line) => line.trim());
  const filled = lines.filter((line) => line !== "");
  const list = [];
  for (let line = 0; line < filled.length; line += 4) {
    const [times, en, es, ar] = filled.slice(line, line + 4);
    const [at, until, who] = times.split(" ");
    list.push({ at: Number(at), until: Number(until), ...(who && { who }), en, es, ar });
  }
  return list;
}
