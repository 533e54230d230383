/** Longer than this counts as motion, in seconds. */
const INSTANT = 0.02;

/** Everything that still moves or fades where the viewer asked for less motion. A sign of waiting may turn, slowly. */
export function findMotion(root) {
  return [...root.querySelectorAll("*")]
    .filter((element) => !element.matches(".spinner, .spinner *"))
    .flatMap((element) =>
      ["", "::before", "::after"].flatMap((pseudo) => {
        const style = getComputedStyle(element, pseudo || undefined);
        const moves = longest(style.transitionDuration) > INSTANT;
        const plays = style.animationName !== "none" && longest(style.animationDuration) > INSTANT;
        return moves || plays ? [`${element.className || element.tagName}${pseudo}`] : [];
      }),
    );
}

function longest(durations) {
  return Math.max(
    ...durations.split(",").map((text) => Number.parseFloat(text) * (text.includes("ms") ? 0.001 : 1)),
  );
}
