import { flicks } from "./flicks.mjs";
import { skim } from "./skim.mjs";
import { start } from "./start.mjs";
import { swipe } from "./swipe.mjs";
import { watch } from "./watch.mjs";

/** @type {ReadonlyMap<string, import("./common.mjs").Scenario>} */
export const SCENARIOS = new Map(
  [start, swipe, flicks, watch, skim].map((scenario) => [scenario.name, scenario]),
);
