import { basename, extname } from "node:path";
import { canonicalLanguage } from "../captions/label.js";
import { PackagerError } from "../errors.js";
import { byName } from "./naming.js";

/** A caption file that belongs to a film. */
export interface Sidecar {
  /** Name in the films' folder. */
  readonly file: string;
  /** Canonical BCP 47 tag. */
  readonly lang: string;
}

/**
 * Finds the captions of every film: `<film>.<lang>.vtt`, `<film>.<lang>.srt`; `<film>.vtt` is in the
 * language of the series.
 * @throws {PackagerError} `stray-caption` for a file without a film, `bad-caption` for two of one language.
 */
export function findSidecars(
  files: readonly string[],
  { films, lang }: { films: readonly string[]; lang: string },
): ReadonlyMap<string, readonly Sidecar[]> {
  const captions = files.filter((file) => /\.(?:vtt|srt)$/i.test(file)).sort(byName);
  const found = new Map<string, Sidecar[]>();
  for (const file of captions) {
    const { film, sidecar } = match(file, films, lang);
    const sidecars = found.get(film) ?? [];
    const twin = sidecars.find((other) => other.lang === sidecar.lang);
    if (twin) {
      const message = `${twin.file} and ${file} are both ${sidecar.lang} captions of ${film}. Keep one.`;
      throw new PackagerError("bad-caption", message);
    }
    found.set(film, [...sidecars, sidecar]);
  }
  return found;
}

function match(file: string, films: readonly string[], seriesLang: string) {
  const stem = basename(file, extname(file));
  const bare = films.find((film) => stemOf(film) === stem);
  if (bare) return { film: bare, sidecar: { file, lang: seriesLang } };
  const dot = stem.lastIndexOf(".");
  const film = films.find((candidate) => stemOf(candidate) === stem.slice(0, Math.max(0, dot)));
  const lang = canonicalLanguage(stem.slice(dot + 1));
  if (film && lang) return { film, sidecar: { file, lang } };
  const reason = film
    ? `"${stem.slice(dot + 1)}" is no language. Name it ${stemOf(film)}.en${extname(file)}, for instance`
    : "there is no film of that name. Rename it to <film>.<language>.vtt, or take it away";
  throw new PackagerError("stray-caption", `${file}: ${reason}.`);
}

function stemOf(film: string): string {
  return basename(film, extname(film));
}
