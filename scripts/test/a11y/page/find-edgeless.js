/**
 * Controls that cannot be told from what lies behind them once the system's colours took their backgrounds away: neither
 * a border nor an outline. Links and what is all of a row are told by their place.
 */
export function findEdgeless(root) {
  return [...root.querySelectorAll("button, summary, [role=slider], label:has([type=radio])")]
    .filter((control) => control.checkVisibility({ opacityProperty: true, visibilityProperty: true }))
    .filter(
      (control) => !control.closest("[inert]") && !hasEdge(control) && ![...control.children].some(hasEdge),
    )
    .map((control) => `no edge: ${control.getAttribute("part") ?? control.className}`);
}

function hasEdge(element) {
  const style = getComputedStyle(element);
  const isDrawn = (side) =>
    style.getPropertyValue(`${side}-style`) !== "none" &&
    Number.parseFloat(style.getPropertyValue(`${side}-width`)) > 0;
  return ["border-top", "border-bottom", "outline"].some(isDrawn);
}
