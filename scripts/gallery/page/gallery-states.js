import { longSeries, sampleSeries, sampleStates } from "/packages/player/dist/view/testing/states.js";

const posterOf = (number) =>
  `/examples/series/lantern-keeper/public/posters/e0${((number - 1) % 8) + 1}.webp`;

/** Every state by name, with the posters of the sample series; `episodes` makes the series as long as that. */
export function createStates(episodes) {
  return sampleStates(episodes ? longSeries(episodes, posterOf) : sampleSeries(posterOf));
}

export const stateNames = Object.keys(createStates());
