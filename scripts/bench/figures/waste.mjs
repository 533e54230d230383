/**
 * Where the bytes of a file lie in an episode's time. A segment is one piece; a progressive film is one too.
 *
 * @typedef {object} Piece
 * @property {string} path
 * @property {number} fromByte
 * @property {number} toByte exclusive
 * @property {number} episode
 * @property {number} from in seconds
 * @property {number} to in seconds
 *
 * @typedef {{from: number, to: number}} Span
 */

/**
 * How many delivered bytes of media were of a time that nobody saw. Playlists and init segments are no media time
 * and do not count. A second copy of a time that was delivered twice is wasted: the one that came first is, since a
 * later append takes the place of an earlier one.
 *
 * @param {object} what
 * @param {readonly {path: string, from: number, bytes: number}[]} what.deliveries in order
 * @param {readonly Piece[]} what.pieces
 * @param {ReadonlyMap<number, readonly Span[]>} what.shown by episode
 * @returns {{mediaBytes: number, wastedBytes: number, share: number, byEpisode: Map<number, number>}} `share`: 0–1;
 *   `byEpisode`: media bytes delivered
 */
export function accountWaste({ deliveries, pieces, shown }) {
  const left = new Map([...shown].map(([episode, spans]) => [episode, [...spans]]));
  const byEpisode = new Map();
  let mediaBytes = 0;
  let usedBytes = 0;
  for (const delivery of deliveries.toReversed()) {
    for (const piece of pieces.filter(({ path }) => path === delivery.path)) {
      const part = cut(piece, delivery);
      if (!part) continue;
      mediaBytes += part.bytes;
      byEpisode.set(piece.episode, (byEpisode.get(piece.episode) ?? 0) + part.bytes);
      const spans = left.get(piece.episode) ?? [];
      usedBytes += (part.bytes * overlap(spans, part)) / (part.to - part.from);
      left.set(piece.episode, subtract(spans, part));
    }
  }
  const wastedBytes = mediaBytes - usedBytes;
  return { mediaBytes, wastedBytes, share: mediaBytes > 0 ? wastedBytes / mediaBytes : 0, byEpisode };
}

/** The part of a piece that a delivery carries: bytes spread evenly over the piece's time. */
function cut(piece, { from: first, bytes: count }) {
  const fromByte = Math.max(piece.fromByte, first);
  const toByte = Math.min(piece.toByte, first + count);
  if (toByte <= fromByte) return undefined;
  const perByte = (piece.to - piece.from) / (piece.toByte - piece.fromByte);
  return {
    bytes: toByte - fromByte,
    from: piece.from + (fromByte - piece.fromByte) * perByte,
    to: piece.from + (toByte - piece.fromByte) * perByte,
  };
}

function overlap(spans, { from, to }) {
  return spans.reduce((sum, span) => sum + Math.max(0, Math.min(to, span.to) - Math.max(from, span.from)), 0);
}

function subtract(spans, { from, to }) {
  return spans
    .flatMap((span) => [
      { from: span.from, to: Math.min(span.to, from) },
      { from: Math.max(span.from, to), to: span.to },
    ])
    .filter((span) => span.to > span.from);
}
