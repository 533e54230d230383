/** How long an adapter may take over what purchases need, in milliseconds. */
export const DEADLINES = {
  unlock: 10_000,
  reconcile: 5000,
  playback: 3000,
  account: 5000,
  merge: 5000,
  /** People type slowly. */
  signIn: Number.POSITIVE_INFINITY,
};
