/** The name of a language in that language, as a caption menu shows it: `Español`, `العربية`. */
export function languageLabel(lang: string): string {
  const name = new Intl.DisplayNames([lang], { type: "language" }).of(lang) ?? lang;
  const [first = "", ...rest] = name;
  return first.toLocaleUpperCase(lang) + rest.join("");
}

/** The tag in its usual spelling (`pt-br` → `pt-BR`), or undefined when it is no BCP 47 tag. */
export function canonicalLanguage(tag: string): string | undefined {
  // Without this, any word of up to eight letters would pass: "final" and "subtitle" are well-formed.
  if (!/^[a-z]{2,3}(?:-|$)/i.test(tag)) return undefined;
  try {
    return Intl.getCanonicalLocales(tag)[0];
  } catch {
    return undefined;
  }
}
