/** @throws {Error} with both values, unless they are the same by JSON */
export function equal(actual: unknown, expected: unknown, message = ""): void {
  const have = JSON.stringify(actual);
  const want = JSON.stringify(expected);
  if (have !== want) throw new Error(`${message} expected ${want}, got ${have}`.trim());
}

/** @throws {Error} unless the value is truthy */
export function ok(value: unknown, message: string): asserts value {
  if (!value) throw new Error(message);
}
