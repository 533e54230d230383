/**
 * Up and down a feed, turning at its ends.
 *
 * @param {import("../harness.mjs").Run} run on its first episode
 */
export function createWalk(run) {
  const last = run.media.episodes.length;
  let at = 1;
  let step = 1;

  return {
    /** @returns {Promise<{episode: number, liftedAt: number}>} where the swipe leads, and when the finger was lifted */
    async swipe() {
      if (at === last) step = -1;
      if (at === 1) step = 1;
      const liftedAt = await (step === 1 ? run.finger.flickUp() : run.finger.flickDown());
      at += step;
      return { episode: at, liftedAt };
    },
  };
}
