/**
 * Remembers the token with which the player asks the platform, so that the drawer can show the same viewer's ledger.
 * Any script of a page can do this: that is why the platform, and not the page, decides what a viewer may spend.
 */
export function followViewer() {
  const original = window.fetch;
  const listeners = new Set();
  let token = "";

  window.fetch = (input, init) => {
    const headers = new Headers(init?.headers ?? (input instanceof Request ? input.headers : undefined));
    const sent = headers.get("authorization")?.replace(/^Bearer /, "") ?? "";
    if (sent && sent !== token) {
      token = sent;
      for (const listener of listeners) listener();
    }
    return original.call(window, input, init);
  };

  return {
    get token() {
      return token;
    },
    /** Asks without being overheard. */
    fetch: (url, init) => original.call(window, url, init),
    onChange: (listener) => listeners.add(listener),
  };
}
