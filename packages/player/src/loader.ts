/**
 * For players below the fold: defines nothing, waits until a `<micro-drama>` comes near the viewport, then imports
 * the one entry. Until then the page pays for these few lines only.
 */
const NEAR = "600px";

const entry = new URL("./micro-drama.js", import.meta.url).href;

const load = (): void => {
  import(entry).catch((error: unknown) => {
    console.error("<micro-drama> could not be loaded; the links inside it still work.", error);
  });
};

const players = document.querySelectorAll("micro-drama");
if (players.length > 0 && "IntersectionObserver" in globalThis) {
  const observer = new IntersectionObserver(
    (entries) => {
      if (!entries.some(({ isIntersecting }) => isIntersecting)) return;
      observer.disconnect();
      load();
    },
    { rootMargin: NEAR },
  );
  for (const player of players) observer.observe(player);
} else if (players.length > 0) load();
