/**
 * An end that the person at the keyboard can do something about: its message is printed as it is,
 * without a stack.
 */
export class PlainError extends Error {
  name = "PlainError";
}

/**
 * What to print for an error: the plain sentence if it is one, else the stack for whoever mends it.
 * @param {unknown} error
 * @returns {string}
 */
export function wordsOf(error) {
  if (error instanceof PlainError) return error.message;
  return error instanceof Error ? (error.stack ?? error.message) : String(error);
}
