/**
 * The closing words of a start: where to look, also from a phone.
 * @param {{ host: string, firstPort: number, lanAddress: string | undefined, qr: string | undefined }} what
 * @returns {string}
 */
export function announcement({ host, firstPort, lanAddress, qr }) {
  const phone = lanAddress && [
    `  On a phone    http://${lanAddress}:${firstPort}/   (same network)`,
    ...(qr ? ["", indent(qr)] : []),
  ];
  return [
    "",
    `  Open          http://${host}:${firstPort}/`,
    ...(phone ?? []),
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
