import type { Stage } from "../core/view-state.js";

/** Shows the stage to outside CSS as `:state(playing)`, without touching an attribute of the host. */
export function createStageStates(host: HTMLElement): (stage: Stage) => void {
  let internals: ElementInternals | undefined;
  let shown: Stage | undefined;
  try {
    internals = host.attachInternals();
  } catch {
    // A page that attached them first keeps them; styling by state is a convenience.
  }
  return (stage) => {
    if (stage === shown || !internals) return;
    try {
      if (shown) internals.states.delete(shown);
      internals.states.add(stage);
      shown = stage;
    } catch {
      // Chromium before 125 takes only names that begin with two dashes, and throws.
      internals = undefined;
    }
  };
}
