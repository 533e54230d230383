/**
 * For the wheel over a sheet: what the sheet cannot scroll itself must not scroll the page behind it, from
 * which the viewer would return to another place than they left.
 */
export function containWheel(event: WheelEvent): void {
  if (event.ctrlKey) return;
  const body = event
    .composedPath()
    .find((target): target is HTMLElement => target instanceof HTMLElement && isScroller(target));
  if (!body || !canScroll(body, event.deltaY)) event.preventDefault();
}

function isScroller(element: HTMLElement): boolean {
  return element.matches(".sheet-body, .end, .pages");
}

function canScroll(element: HTMLElement, deltaY: number): boolean {
  const { scrollTop, scrollHeight, clientHeight } = element;
  // Sideways rows scroll sideways; leave them the wheel.
  if (element.scrollWidth > element.clientWidth) return true;
  return deltaY > 0 ? scrollTop + clientHeight < scrollHeight - 1 : scrollTop > 0;
}
