/**
 * The three origins as the viewer's device sees them: a phone that opened 192.168.1.20:4400 needs that host in
 * every URL that it is told.
 * @param {URL | string} requestUrl any URL of the page's origin
 * @param {number} firstPort
 * @returns {{ page: string, api: string, media: string }} without a trailing slash
 */
export function originsFor(requestUrl, firstPort) {
  const { protocol, hostname } = new URL(requestUrl);
  const at = (offset) => `${protocol}//${hostname}:${firstPort + offset}`;
  return { page: at(0), api: at(1), media: at(2) };
}

/**
 * Writes the origins into a page: `{{page}}`, `{{api}}` and `{{media}}` stand for them.
 * @param {string} html
 * @param {{ page: string, api: string, media: string }} origins
 * @returns {string}
 */
export function fillInOrigins(html, origins) {
  return html.replace(/\{\{(page|api|media)\}\}/g, (_, name) => origins[name]);
}
