/** One box of an ISO base media file. */
export interface Box {
  /** Four characters, e.g. `moof`. */
  readonly type: string;
  /** Where the box starts in the bytes that were read. */
  readonly start: number;
  /** With its header. */
  readonly size: number;
  readonly body: Uint8Array;
}

/** The boxes that follow one another in some bytes. Stops at the first one that is cut off. */
export function readBoxes(bytes: Uint8Array): readonly Box[] {
  const view = viewOf(bytes);
  const boxes: Box[] = [];
  let start = 0;
  while (start + 8 <= bytes.length) {
    const shortSize = view.getUint32(start);
    const isLong = shortSize === 1 && start + 16 <= bytes.length;
    const size = isLong ? Number(view.getBigUint64(start + 8)) : shortSize || bytes.length - start;
    const header = isLong ? 16 : 8;
    if (size < header || start + size > bytes.length) break;
    const type = String.fromCharCode(...bytes.subarray(start + 4, start + 8));
    boxes.push({ type, start, size, body: bytes.subarray(start + header, start + size) });
    start += size;
  }
  return boxes;
}

/** The bodies of all boxes at a path of nested types, e.g. `moov`, `trak`. */
export function findBoxes(bytes: Uint8Array, ...path: readonly string[]): readonly Uint8Array[] {
  const [type, ...rest] = path;
  const bodies = readBoxes(bytes)
    .filter((box) => box.type === type)
    .map((box) => box.body);
  return rest.length === 0 ? bodies : bodies.flatMap((body) => findBoxes(body, ...rest));
}

/** The body of the first box at a path. */
export function findBox(bytes: Uint8Array, ...path: readonly string[]): Uint8Array | undefined {
  return findBoxes(bytes, ...path)[0];
}

/**
 * Where the last box ends by its own account; beyond the given bytes when it is cut off there.
 * Tells a whole file from a part of one by its head alone.
 */
export function endOfBoxes(bytes: Uint8Array): number {
  const last = readBoxes(bytes).at(-1);
  const end = last ? last.start + last.size : 0;
  return end + 8 <= bytes.length ? end + viewOf(bytes).getUint32(end) : end;
}

/** A view on exactly these bytes. */
export function viewOf(bytes: Uint8Array): DataView {
  return new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
}
