/** Pixels; WCAG 2.2 asks for 24, thumbs for 44. */
const MIN_TARGET = 44;

/** Rounding of layout, in pixels. */
const SLACK = 1;

const TARGETS = "button, a[href], summary, [role=slider], input:not([type=radio]), label:has([type=radio])";

/** Words and controls that cannot be read or pressed: too small, cut off, or one over the other. Empty when all is well. */
export function findClashes(root) {
  const targets = [...root.querySelectorAll(TARGETS)].filter(isShown);
  return [
    ...targets.filter(isTooSmall).map((target) => `too small: ${describe(target)} ${sizeOf(target)}`),
    ...findOverlaps(targets),
    ...[...root.querySelectorAll(".player *")].filter(isShown).flatMap(findCut),
    ...findOutside(root, targets),
  ];
}

function isShown(element) {
  return (
    element.checkVisibility({ opacityProperty: true, visibilityProperty: true }) &&
    !element.closest("[inert], .visually-hidden, svg") &&
    element.getClientRects().length > 0
  );
}

function isTooSmall(target) {
  const { width, height } = target.getBoundingClientRect();
  return width < MIN_TARGET - 0.5 || height < MIN_TARGET - 0.5;
}

/** Controls over each other. What lies in the other, or scrolls in another box, is no clash. */
function findOverlaps(targets) {
  const words = [...targets];
  return words.flatMap((one, at) =>
    words
      .slice(at + 1)
      .filter((other) => !one.contains(other) && !other.contains(one) && layerOf(one) === layerOf(other))
      .filter((other) => overlap(one.getBoundingClientRect(), other.getBoundingClientRect()))
      .map((other) => `overlap: ${describe(one)} and ${describe(other)}`),
  );
}

function layerOf(element) {
  return element.closest(".sheet-body, .sheet-head, [role=dialog], .card, .message, .viewport");
}

function overlap(one, other) {
  return (
    Math.min(one.right, other.right) - Math.max(one.left, other.left) > SLACK &&
    Math.min(one.bottom, other.bottom) - Math.max(one.top, other.top) > SLACK
  );
}

/** Text that is wider or higher than the box that hides what does not fit. Titles may be shortened: they are data. */
function findCut(element) {
  const hasText = [...element.childNodes].some(
    (node) => node.nodeType === 3 && node.textContent.trim() !== "",
  );
  if (!hasText) return [];
  const style = getComputedStyle(element);
  const hides = (axis) => /hidden|clip/.test(style.getPropertyValue(`overflow-${axis}`));
  const isShortened =
    style.getPropertyValue("-webkit-line-clamp") !== "none" || style.textOverflow === "ellipsis";
  if (isShortened) return [];
  const isCut =
    (element.scrollWidth > element.clientWidth + SLACK && element.clientWidth > 0 && hides("x")) ||
    (element.scrollHeight > element.clientHeight + SLACK && element.clientHeight > 0 && hides("y"));
  return isCut ? [`cut: ${describe(element)}`] : [];
}

/** What can be pressed must be on the screen, or in a box that scrolls there. */
function findOutside(root, targets) {
  const box = root.host.getBoundingClientRect();
  return targets
    .filter((target) => !scrollerOf(target))
    .filter((target) => {
      const { left, right, top, bottom } = target.getBoundingClientRect();
      return (
        left < box.left - SLACK ||
        right > box.right + SLACK ||
        top < box.top - SLACK ||
        bottom > box.bottom + SLACK
      );
    })
    .map((target) => `outside: ${describe(target)}`);
}

function scrollerOf(element) {
  for (let at = element.parentElement; at; at = at.parentElement)
    if (/auto|scroll/.test(getComputedStyle(at).overflowY + getComputedStyle(at).overflowX)) return at;
  return undefined;
}

function sizeOf(element) {
  const { width, height } = element.getBoundingClientRect();
  return `${Math.round(width)} × ${Math.round(height)}`;
}

function describe(element) {
  const words = element.getAttribute("aria-label") ?? element.textContent.trim().replace(/\s+/g, " ");
  return `${element.getAttribute("part") ?? element.className} "${words.slice(0, 40)}"`;
}
