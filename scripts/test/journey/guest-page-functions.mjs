// Functions that run inside the host page of the guest journey: each stands alone, and answers plain data.

/** Where the player and the paragraph after it stand on the page, wherever it is scrolled to. */
export function measurePlaces() {
  const player = document.querySelector("micro-drama");
  const holder = player.closest("figure") ?? player;
  const places = { player, after: holder.nextElementSibling.querySelector("p") ?? holder.nextElementSibling };
  return Object.fromEntries(
    Object.entries(places).map(([name, element]) => {
      const { left, top, width, height } = element.getBoundingClientRect();
      return [name, [left, top + scrollY, width, height].map((value) => Math.round(value * 10) / 10)];
    }),
  );
}

/** The element as the page wrote it: its attributes and its children. */
export function readMarkup() {
  return document.querySelector("micro-drama").outerHTML;
}

/** How the fallback looks: its picture, the box that it fills, and whether a tap in the middle hits the link. */
export function readFallback() {
  const player = document.querySelector("micro-drama");
  const picture = player.querySelector("img");
  if (!picture.complete || picture.naturalWidth === 0) return undefined;
  player.scrollIntoView({ block: "center", behavior: "instant" });
  const box = player.getBoundingClientRect();
  const { width, height } = picture.getBoundingClientRect();
  const hit = document.elementFromPoint(box.left + box.width / 2, box.top + box.height / 2);
  return {
    fillsBox: Math.abs(width - box.width) < 1 && Math.abs(height - box.height) < 1,
    link: hit?.closest("a")?.pathname,
  };
}

/** What a page with a component of its own shows, and how many copies of Lit are at work. */
export function readHostLit() {
  const button = document.querySelector("host-counter")?.shadowRoot?.querySelector("button");
  return button && { text: button.textContent, copies: globalThis.litElementVersions?.length ?? 0 };
}

/** What a guest must not cause. */
export function readTrespasses() {
  return { violations: window.violations, layoutShifts: window.layoutShifts };
}

/** Names of what the page fetched that match. */
export function fetched(pattern) {
  return performance
    .getEntriesByType("resource")
    .map(({ name }) => name)
    .filter((name) => new RegExp(pattern).test(name));
}

/** Scrolls so that the player's middle stands in the middle of the window; answers that point. */
export function centrePlayer() {
  const player = document.querySelector("micro-drama");
  player.scrollIntoView({ block: "center", behavior: "instant" });
  const { left, top, width, height } = player.getBoundingClientRect();
  return { x: Math.round(left + width / 2), y: Math.round(top + height / 2) };
}

/** Where the page is scrolled to, once it has come to rest. */
export async function restingScroll() {
  for (let before = Number.NaN; before !== scrollY; ) {
    before = scrollY;
    await new Promise((resolve) => setTimeout(resolve, 150));
  }
  return { y: scrollY };
}
