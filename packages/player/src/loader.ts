/**
 * For players below the fold: defines nothing, waits until a `<micro-drama>` comes near the viewport, then imports
 * the one entry. Until then the page pays for these few lines only. It looks for players once, when the page has been
 * parsed: a page that adds its first one later imports the entry itself.
 */
const NEAR = "600px";

const entry = new URL("./micro-drama.js", import.meta.url).href;

const load = (): void => {
  import(entry).catch((error: unknown) => {
    console.error("<micro-drama> could not be loaded; the links inside it still work.", error);
  });
};

const watch = (): void => {
  const players = document.querySelectorAll("micro-drama");
  if (players.length === 0) return;
  if (!("IntersectionObserver" in globalThis)) {
    load();
    return;
  }
  const observer = new IntersectionObserver(
    (entries) => {
      if (!entries.some(({ isIntersecting }) => isIntersecting)) return;
      observer.disconnect();
      load();
    },
    { rootMargin: NEAR },
  );
  for (const player of players) observer.observe(player);
};

// An async script in the head may run before the parser has come to the players.
if (document.readyState === "loading") document.addEventListener("DOMContentLoaded", watch);
else watch();
