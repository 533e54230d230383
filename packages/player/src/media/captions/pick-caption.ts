import type { Caption } from "@micro-drama/protocol";

/**
 * The track nearest to a wanted BCP 47 tag: the same tag, else a broader one (`pt` for `pt-BR`), else a narrower or
 * sibling one of the same language (`pt-PT`). Undefined when the language is not there.
 */
export function pickCaption(captions: readonly Caption[], wanted: string): Caption | undefined {
  const tag = wanted.toLowerCase();
  const language = tag.split("-", 1)[0] ?? tag;
  const lower = captions.map((caption) => ({ caption, lang: caption.lang.toLowerCase() }));
  const found =
    lower.find(({ lang }) => lang === tag) ??
    longest(lower.filter(({ lang }) => tag.startsWith(`${lang}-`))) ??
    lower.find(({ lang }) => lang.split("-", 1)[0] === language);
  return found?.caption;
}

function longest<T extends { readonly lang: string }>(candidates: readonly T[]): T | undefined {
  return [...candidates].sort((a, b) => b.lang.length - a.lang.length)[0];
}
