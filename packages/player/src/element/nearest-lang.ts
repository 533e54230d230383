/** The language of the nearest element that states one, across shadow roots; the browser's language otherwise. */
export function nearestLang(element: Element): string {
  let at: Element | null = element;
  while (at) {
    const stated: Element | null = at.closest("[lang]");
    const lang = stated?.getAttribute("lang");
    if (lang) return lang;
    const root: Node = at.getRootNode();
    at = root instanceof ShadowRoot ? root.host : null;
  }
  return navigator.language || "en";
}

/** Tells when any `lang` around an element changes, in the document or in the element's own root. */
export function watchLang(element: Element, signal: AbortSignal, onChange: () => void): void {
  const observer = new MutationObserver(onChange);
  for (const root of [document, element.getRootNode()])
    observer.observe(root, { subtree: true, attributeFilter: ["lang"] });
  signal.addEventListener("abort", () => observer.disconnect());
}

/** Picks the caption language to start with: the page's where there is such a track, else the series' own. */
export function pickCaptionLang(
  available: readonly { readonly lang: string }[],
  wanted: string,
  own: string,
): string {
  // Captions of locked episodes come with their grant: until then the wish is all there is.
  if (available.length === 0) return wanted;
  const primary = (tag: string): string => tag.toLowerCase().split("-")[0] ?? "";
  const match = available.find(({ lang }) => lang.toLowerCase() === wanted.toLowerCase());
  const near = available.find(({ lang }) => primary(lang) === primary(wanted));
  return (match ?? near)?.lang ?? own;
}
