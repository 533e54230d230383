import { createSwipe } from "../dist/gesture/index.js";
import { selectSlotEpisodes } from "../dist/view/slot-episodes.js";
import { createNativeSwipe } from "./native-swipe.js";

/** Nine episodes in three slots, moved by `?way=drag` or `?way=native`; `trial` is read by the script. */
const COUNT = 9;
const way = new URLSearchParams(location.search).get("way") ?? "drag";
const feed = document.querySelector(".viewport");
const slots = [...document.querySelectorAll(".slot")];
const trial = { index: 0, starts: 0, cancels: 0, commits: [], lastInput: 0, largestJump: 0 };
globalThis.trial = trial;
trial.goTo = show;

const swipe = (way === "native" ? createNativeSwipe : createSwipe)({
  onStart: () => trial.starts++,
  onCommit: (direction, by) => {
    trial.commits.push({ by, afterInputMs: performance.now() - trial.lastInput });
    show(trial.index + direction);
  },
  onCancel: () => trial.cancels++,
});

function show(index) {
  trial.index = index;
  slots[0].parentElement.style.setProperty("--index", index);
  for (const [slot, episode] of selectSlotEpisodes(index, COUNT).entries()) {
    slots[slot].style.setProperty("--i", episode.index);
    slots[slot].textContent = episode.isEmpty ? "" : String(episode.index + 1);
  }
  swipe.setPosition(index, COUNT, { animate: true });
}

for (const type of ["pointerup", "pointercancel", "touchend", "wheel"])
  addEventListener(type, () => (trial.lastInput = performance.now()), { capture: true, passive: true });

if (way === "drag") feed.classList.add("is-drag");
show(0);
swipe.attach(feed, slots);
show(0);
document.documentElement.dataset.ready = "";
