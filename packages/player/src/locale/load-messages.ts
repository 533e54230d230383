import { createMessages as createEnglish } from "./en.js";
import type { Messages } from "./messages.js";

/** Languages beside English, each its own chunk. */
const LOADERS: Readonly<Record<string, () => Promise<{ createMessages(lang?: string): Messages }>>> = {
  ar: () => import("./ar.js"),
  es: () => import("./es.js"),
};

/** English, at once: what is shown while another language is on its way. */
export const fallbackMessages: Messages = createEnglish();

/**
 * The words of the language nearest to a BCP 47 tag (`es-MX` → Spanish with Mexican numbers).
 * Unknown tags and words that cannot be loaded become English; never rejects.
 */
export async function loadMessages(lang: string): Promise<Messages> {
  const tag = toKnownTag(lang);
  const primary = tag.split("-")[0] ?? "";
  if (primary === "en") return createEnglish(tag);
  const load = LOADERS[primary];
  if (!load) return fallbackMessages;
  try {
    return (await load()).createMessages(tag);
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
