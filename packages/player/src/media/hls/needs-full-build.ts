/** What the light build of hls.js 1.7 cannot do, as seen in a multivariant or media playlist. */
const FULL_ONLY: readonly RegExp[] = [
  // Demuxed sound is silent in light. Attributes come in any order.
  /^#EXT-X-MEDIA:(?=.*\bTYPE=AUDIO\b)(?=.*\bURI=")/m,
  /^#EXT-X-(SESSION-)?KEY:.*\bMETHOD=SAMPLE-AES/m,
  /^#EXT-X-DEFINE:/m,
  // HEVC and Dolby sound in MPEG-TS.
  /\bCODECS="[^"]*\b(hvc1|hev1|ac-3|ec-3)\b/,
];

/** True when a playlist asks for more than the light build of hls.js has. */
export function needsFullBuild(playlist: string): boolean {
  return FULL_ONLY.some((pattern) => pattern.test(playlist));
}
