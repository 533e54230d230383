/**
 * One direction of a shared network line: whoever wants to send asks when its bytes will have passed.
 * Asking for small pieces in turn gives every connection its fair share.
 */
export function createLine() {
  let freeAt = 0;
  return {
    /**
     * @param {number} bytes
     * @param {{ bytesPerSecond: number, now: number }} how
     * @returns {number} the moment at which the last of these bytes has passed
     */
    reserve(bytes, { bytesPerSecond, now }) {
      freeAt = Math.max(freeAt, now) + (bytes / bytesPerSecond) * 1000;
      return freeAt;
    },
    /** Forgets all reservations: the conditions have changed. */
    clear() {
      freeAt = 0;
    },
  };
}
