/** Plural forms by CLDR category; `#` stands for the number. */
export type PluralForms = { readonly other: string } & Partial<Readonly<Record<Intl.LDMLPluralRule, string>>>;

/** Numbers as one language writes them and puts them into words: all that the first frame needs. */
export interface NumberFormats {
  number(value: number): string;
  plural(count: number, forms: PluralForms): string;
}

/**
 * Number formats of a BCP 47 tag; every `Intl` object is made once, when it is first needed: the first one of a page
 * costs a phone some 80 ms.
 */
export function createNumberFormats(lang: string): NumberFormats {
  let decimal: Intl.NumberFormat | undefined;
  let rules: Intl.PluralRules | undefined;
  const number = (value: number): string => {
    decimal ??= new Intl.NumberFormat(lang, { maximumFractionDigits: 2 });
    return decimal.format(value);
  };
  return {
    number,
    plural: (count, forms) => {
      rules ??= new Intl.PluralRules(lang);
      return (forms[rules.select(count)] ?? forms.other).replace("#", number(count));
    },
  };
}
