/**
 * The closing words of a start: where to look, also from a phone.
 * @param {{ url: string, phoneUrl: string | undefined, qr: string | undefined }} what
 * @returns {string}
 */
export function announcement({ url, phoneUrl, qr }) {
  return [
    "",
    `  Open        ${url}`,
    ...(phoneUrl ? [`  On a phone  ${phoneUrl}   (in the same network)`] : []),
    ...(phoneUrl && qr ? ["", indent(qr)] : []),
    "",
    "  Ctrl-C ends it.",
    "",
  ].join("\n");
}

/**
 * A QR code drawn with block characters.
 * @param {string} url
 * @returns {Promise<string | undefined>} undefined when it cannot be drawn; the address is printed anyway
 */
export async function drawQr(url) {
  try {
    const { default: qrcode } = await import("qrcode");
    return await qrcode.toString(url, { type: "terminal", small: true });
  } catch {
    return undefined;
  }
}

function indent(text) {
  return text.trimEnd().replace(/^/gm, "    ");
}
