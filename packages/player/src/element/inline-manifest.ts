/** A manifest that stands in the page itself: `<script type="application/json">` as a child of the player. */
export interface InlineManifest {
  readonly text: string;
  /** What its URLs are relative to: the manifest's own address where `src` names it, else the page's. */
  readonly baseUrl: string;
}

/** The manifest inside a player; undefined while there is none, or while the parser is in the middle of it. */
export function readInlineManifest(host: HTMLElement & { readonly src: string }): InlineManifest | undefined {
  const script = host.querySelector(':scope > script[type="application/json"]');
  // A script that is last in a page that is still read may lack its end.
  if (!script || (host.ownerDocument.readyState === "loading" && !script.nextSibling)) return undefined;
  return { text: script.textContent ?? "", baseUrl: new URL(host.src, host.baseURI).href };
}

/** Calls back once, when the parser has brought the manifest of a player that it began before it read on. */
export function awaitInlineManifest(
  host: HTMLElement & { readonly src: string },
  { signal, onManifest }: { readonly signal: AbortSignal; readonly onManifest: () => void },
): void {
  const { ownerDocument: page } = host;
  if (page.readyState !== "loading" || readInlineManifest(host)) return;
  const ending = new AbortController();
  const look = (): void => {
    if (!readInlineManifest(host)) return;
    end();
    onManifest();
  };
  const observer = new MutationObserver(look);
  const end = (): void => {
    observer.disconnect();
    ending.abort();
  };
  observer.observe(host, { childList: true });
  page.addEventListener("readystatechange", look, { signal: ending.signal });
  signal.addEventListener("abort", end, { once: true });
}
