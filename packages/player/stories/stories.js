import { sampleSeries, sampleStates } from "../dist/view/testing/states.js";

/** Every state worth looking at, by name, with the posters of the sample series. */
export const stories = sampleStates(
  sampleSeries((number) => `/examples/series/lantern-keeper/public/posters/e0${number}.webp`),
);
