import type { PartialDictionary, Words, WordsSource } from "./dictionary.js";
import { createMessages as createEnglish } from "./en.js";
import { mergeWords } from "./merge-words.js";
import type { Messages } from "./messages.js";
import { createNumberFormats, type NumberFormats } from "./number-formats.js";

interface Language {
  /** BCP 47 tag of the words. */
  readonly tag: string;
  readonly load: () => Promise<{ createWords(format: NumberFormats): PartialDictionary }>;
}

/** Languages beside English by their primary subtag, each its own chunk. */
const LANGUAGES: Readonly<Record<string, Language>> = {
  ar: { tag: "ar", load: () => import("./ar.js") },
  es: { tag: "es", load: () => import("./es.js") },
  hi: { tag: "hi", load: () => import("./hi.js") },
  id: { tag: "id", load: () => import("./id.js") },
  ja: { tag: "ja", load: () => import("./ja.js") },
  ko: { tag: "ko", load: () => import("./ko.js") },
  pt: { tag: "pt-BR", load: () => import("./pt-br.js") },
  zh: { tag: "zh-Hans", load: () => import("./zh-hans.js") },
};

/** Scripts that run from right to left. */
const RIGHT_TO_LEFT = new Set(["Arab", "Hebr", "Syrc", "Thaa", "Nkoo", "Adlm", "Rohg"]);

/** The tags of all languages that the player speaks. */
export const languageTags: readonly string[] = ["en", ...Object.values(LANGUAGES).map(({ tag }) => tag)];

/**
 * The words of the nearest language (`pt` and `pt-PT` → Brazilian Portuguese, `zh-CN` → simplified Chinese) with the
 * numbers of the very tag, and over them the page's own. English where there is neither.
 *
 * @param tag a canonical BCP 47 tag
 * @throws what `import()` throws when the language cannot be had
 */
export async function loadLanguage(tag: string, own: readonly WordsSource[] = []): Promise<Messages> {
  const words = own.map((source) => makeWords(source, tag)).filter((made) => isMeant(made, tag));
  const language = findLanguage(tag);
  const isAdded = words.some(({ lang }) => lang !== undefined);
  const spoken = language || isAdded ? toSpokenTag(tag, language?.tag) : tag.startsWith("en") ? tag : "en";
  const base: Messages = { ...createEnglish(spoken), dir: selectDirection(spoken) };
  const dictionary = await language?.load().then(({ createWords }) => createWords(base.format));
  return [dictionary, ...words.map(withoutTag)].reduce(mergeWords, base);
}

/** What the player itself has in a language, without what other languages lend it. */
export async function loadDictionary(tag: string): Promise<PartialDictionary | undefined> {
  const language = findLanguage(tag);
  return (await language?.load())?.createWords(createNumberFormats(tag));
}

function findLanguage(tag: string): Language | undefined {
  return LANGUAGES[tag.split("-", 1)[0] ?? ""];
}

function makeWords(source: WordsSource, tag: string): Words {
  return typeof source === "function" ? source(createNumberFormats(tag)) : source;
}

/** Words of a language of their own are for that language, with all its regions. */
function isMeant({ lang }: Words, tag: string): boolean {
  return lang === undefined || `${tag}-`.toLowerCase().startsWith(`${lang.toLowerCase()}-`);
}

function withoutTag({ lang: _tag, ...words }: Words): Omit<Words, "lang"> {
  return words;
}

/** The page's own tag; that of the words where they are in another script, for fonts and voices. */
function toSpokenTag(tag: string, known = tag): string {
  return scriptOf(tag) === scriptOf(known) ? tag : known;
}

function selectDirection(tag: string): "ltr" | "rtl" {
  return RIGHT_TO_LEFT.has(scriptOf(tag)) ? "rtl" : "ltr";
}

function scriptOf(tag: string): string {
  return new Intl.Locale(tag).maximize().script ?? "Latn";
}
