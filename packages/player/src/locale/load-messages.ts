import type { WordsSource } from "./dictionary.js";
import { createMessages as createEnglish } from "./en.js";
import type { Messages } from "./messages.js";

/** English, at once: what is shown while another language is on its way. */
export const fallbackMessages: Messages = createEnglish();

/**
 * The words of the language nearest to a BCP 47 tag (`es-MX` → Spanish with Mexican numbers), and over them the page's
 * own. Unknown tags and words that cannot be loaded become English; never rejects.
 */
export async function loadMessages(
  lang: string,
  words?: WordsSource | readonly WordsSource[],
): Promise<Messages> {
  const tag = toKnownTag(lang);
  if (!words && /^en\b/.test(tag)) return createEnglish(tag);
  try {
    return await (await import("./languages.js")).loadLanguage(tag, [words ?? []].flat());
  } catch {
    return fallbackMessages;
  }
}

/** The canonical form of a tag, English for what is none. */
function toKnownTag(lang: string): string {
  try {
    return Intl.getCanonicalLocales(lang.replaceAll("_", "-"))[0] ?? "en";
  } catch {
    return "en";
  }
}
