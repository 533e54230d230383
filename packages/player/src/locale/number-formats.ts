/** Plural forms by CLDR category; `#` stands for the number. */
export type PluralForms = { readonly other: string } & Partial<Readonly<Record<Intl.LDMLPluralRule, string>>>;

/** Numbers as one language writes them and puts them into words: all that the first frame needs. */
export interface NumberFormats {
  number(value: number): string;
  plural(count: number, forms: PluralForms): string;
}

/** Number formats of a BCP 47 tag; every `Intl` object is made once. */
export function createNumberFormats(lang: string): NumberFormats {
  const decimal = new Intl.NumberFormat(lang, { maximumFractionDigits: 2 });
  const rules = new Intl.PluralRules(lang);
  return {
    number: (value) => decimal.format(value),
    plural: (count, forms) => (forms[rules.select(count)] ?? forms.other).replace("#", decimal.format(count)),
  };
}
