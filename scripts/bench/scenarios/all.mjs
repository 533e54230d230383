import { articleAbove, articleBelow } from "./article.mjs";
import { flicks } from "./flicks.mjs";
import { heap } from "./heap.mjs";
import { interactions } from "./interactions.mjs";
import { memory } from "./memory.mjs";
import { skim } from "./skim.mjs";
import { start } from "./start.mjs";
import { swipe } from "./swipe.mjs";
import { swipeElsewhere } from "./swipe-elsewhere.mjs";
import { unlock } from "./unlock.mjs";
import { watch } from "./watch.mjs";

/** @type {ReadonlyMap<string, import("./common.mjs").Scenario>} */
export const SCENARIOS = new Map(
  [
    ...[start, swipe, flicks, interactions, unlock, watch, skim, heap, memory],
    ...[swipeElsewhere, articleBelow, articleAbove],
  ].map((scenario) => [scenario.name, scenario]),
);
