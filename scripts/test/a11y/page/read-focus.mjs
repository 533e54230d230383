// Functions that run inside the page: each stands alone, takes plain data and answers plain data.

/** The part and the name of what has the focus, through open shadow roots; no part where it is outside of them. */
export function readFocus() {
  let at = document.activeElement;
  while (at?.shadowRoot?.activeElement) at = at.shadowRoot.activeElement;
  const isInside = at?.getRootNode() instanceof ShadowRoot;
  return {
    part: at?.getAttribute("part") ?? (isInside ? `${at.localName}.${at.className}` : ""),
    name: at?.getAttribute("aria-label") ?? at?.textContent?.trim() ?? "",
  };
}

/** True while the focus is on a part, or inside of it. */
export function focusIn(part) {
  let at = document.activeElement;
  while (at?.shadowRoot?.activeElement) at = at.shadowRoot.activeElement;
  return Boolean(at?.closest(`[part~="${part}"]`));
}
