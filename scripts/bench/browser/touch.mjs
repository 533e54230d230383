/** A quick flick of a thumb upwards, in CSS pixels of the phone, and the pace at which a screen reports it. */
const PATH = { x: 195, from: 620, to: 220, steps: 6, stepMs: 16 };

/**
 * Real touch input, through the browser's own gesture recogniser. It is sent at a finger's pace whether or not the
 * page keeps up: a finger does not wait.
 *
 * @param {import("playwright-core").CDPSession} devtools
 */
export function createFinger(devtools) {
  const send = (type, touchPoints) => devtools.send("Input.dispatchTouchEvent", { type, touchPoints });
  const wait = (ms) => new Promise((done) => setTimeout(done, ms));

  async function flick(from, to) {
    const sent = [send("touchStart", [{ x: PATH.x, y: from }])];
    for (let step = 1; step <= PATH.steps; step += 1) {
      await wait(PATH.stepMs);
      sent.push(send("touchMove", [{ x: PATH.x, y: from + ((to - from) * step) / PATH.steps }]));
    }
    const liftedAt = Date.now();
    sent.push(send("touchEnd", []));
    // Acknowledgements of a busy page come late; nobody waits for them.
    for (const answer of sent) answer.catch(() => {});
    return liftedAt;
  }

  return {
    /** To the next episode. @returns {Promise<number>} when the finger was lifted, milliseconds since 1970 */
    flickUp: () => flick(PATH.from, PATH.to),
    /** To the previous episode. @returns {Promise<number>} when the finger was lifted, milliseconds since 1970 */
    flickDown: () => flick(PATH.to, PATH.from),
    /** @returns {Promise<number>} when the finger was lifted, milliseconds since 1970 */
    async tap({ x, y }) {
      send("touchStart", [{ x, y }]).catch(() => {});
      await wait(50);
      const liftedAt = Date.now();
      send("touchEnd", []).catch(() => {});
      return liftedAt;
    },
  };
}
