import { basename, extname } from "node:path";

/** What the name of a film says about its episode. */
export interface NamedFilm {
  /** `e` and two digits, or more where the number needs them. */
  readonly id: string;
  readonly number: number;
  readonly title: string;
}

const numbered = /^(?:(?:episode|ep|e)[\s._-]*)?(\d{1,4})(?!\d)[\s._-]*(.*)$/i;

/**
 * Reads id, number and title from a file name: `03 - The debt.mp4`, `e03_the-debt.mov`, `the debt.mp4`.
 * @param place 1-based place in name order; the number of films that carry none
 */
export function nameFilm(file: string, place: number): NamedFilm {
  const stem = basename(file, extname(file));
  const match = numbered.exec(stem);
  const number = match?.[1] ? Number(match[1]) : place;
  const title = sentence(match ? (match[2] ?? "") : stem);
  return { id: episodeId(number), number, title: title || `Episode ${number}` };
}

/** The id that an episode gets when nobody chose one. */
export function episodeId(number: number): string {
  return `e${String(number).padStart(2, "0")}`;
}

/** An id from free text: `The Lantern Keeper` → `the-lantern-keeper`; `series` when nothing is left. */
export function slug(text: string): string {
  const plain = text.normalize("NFKD").replace(/\p{M}/gu, "").toLowerCase();
  const id = plain.replace(/[^a-z0-9]+/g, "-").replace(/^-+|-+$/g, "");
  return id.slice(0, 64) || "series";
}

/** Words with spaces and a capital at the front. */
export function sentence(text: string): string {
  const words = text.replace(/[\s._-]+/g, " ").trim();
  return words.charAt(0).toLocaleUpperCase() + words.slice(1);
}

/** Films in the order of people: `2` before `10`. */
export function byName(a: string, b: string): number {
  return a.localeCompare(b, "en", { numeric: true, sensitivity: "base" });
}
