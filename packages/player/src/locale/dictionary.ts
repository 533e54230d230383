import type { Messages, OpenedWords } from "./messages.js";
import type { NumberFormats } from "./number-formats.js";

/** Every word that the player says of its own accord, in one language. */
export type Dictionary = Omit<Messages, "lang" | "dir" | "format"> & Required<OpenedWords>;

/** The same words as far as there are any: what is missing is said in English. */
export type PartialDictionary = Partially<Dictionary>;

/**
 * Words of a page's own. Without `lang` they take the place of the player's, whatever language it speaks. With `lang`
 * they are a language: used where the nearest `lang` of the page is that one, and completed by what the player has of
 * it, or else by English.
 */
export interface Words extends PartialDictionary {
  /** BCP 47 tag, e.g. `fr`; also met by its regions (`fr-CA`). */
  readonly lang?: string;
  /** Default: what the language is written in. */
  readonly dir?: "ltr" | "rtl";
}

/** {@link Words}, or a function that makes them with the numbers and plurals of the player's language. */
export type WordsSource = Words | ((format: NumberFormats) => Words);

type Partially<T> = {
  readonly [Key in keyof T]?: T[Key] extends string | ((...args: never[]) => string)
    ? T[Key]
    : Partially<T[Key]>;
};
