/**
 * The Content-Security-Policy of the publisher's pages, as strict as a careful newsroom's: the player has to
 * live under it, so the demo shows it there.
 * @param {{ api: string, media: string }} origins
 * @returns {string} the header's value
 */
export function contentSecurityPolicy({ api, media }) {
  return Object.entries({
    "default-src": "'none'",
    "script-src": "'self'",
    "style-src": "'self'",
    "font-src": "'self'",
    "img-src": `'self' data: ${media}`,
    "media-src": `blob: ${media}`,
    "connect-src": `'self' ${api} ${media}`,
    "manifest-src": "'self'",
    "base-uri": "'none'",
    "form-action": "'self'",
    "frame-src": "'self'",
    "frame-ancestors": "'self'",
    "require-trusted-types-for": "'script'",
    // Lit makes its policy when it is imported; a page may have a Lit of its own beside the player's.
    "trusted-types": "lit-html 'allow-duplicates'",
  })
    .map(([directive, value]) => `${directive} ${value}`)
    .join("; ");
}
