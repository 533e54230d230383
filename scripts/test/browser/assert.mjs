/** The assertions that browser tests need, without a library. */

/** @throws {Error} with both values, unless they are the same by JSON */
export function equal(actual, expected, message = "") {
  const have = JSON.stringify(actual);
  const want = JSON.stringify(expected);
  if (have !== want) throw new Error(`${message} expected ${want}, got ${have}`.trim());
}

/** @throws {Error} unless the value is truthy */
export function ok(value, message) {
  if (!value) throw new Error(message);
}

/** What a promise rejects with; a promise that fulfils fails the test. */
export async function rejection(promise) {
  const outcome = await promise.then(
    (value) => ({ value }),
    (error) => ({ error }),
  );
  if (!("error" in outcome)) throw new Error(`expected a rejection, got ${JSON.stringify(outcome.value)}`);
  return outcome.error;
}
