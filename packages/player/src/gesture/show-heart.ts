const SVG = "http://www.w3.org/2000/svg";

/** The heart of the like button, filled. */
const HEART = "M12 20.2S3.6 15.2 3.6 9.2A4.6 4.6 0 0 1 12 6.6a4.6 4.6 0 0 1 8.4 2.6c0 6-8.4 11-8.4 11Z";

const SIZE = 112;
const GROWN_MS = 700;

/**
 * A heart where the finger was, for a moment. Moved on the compositor; with less motion it only fades.
 *
 * @param feed positioned; the heart lies over its films
 */
export function showHeart(feed: HTMLElement, { clientX, clientY }: MouseEvent): void {
  const heart = document.createElementNS(SVG, "svg");
  heart.setAttribute("viewBox", "0 0 24 24");
  heart.setAttribute("aria-hidden", "true");
  heart.setAttribute("part", "like-heart");
  const path = document.createElementNS(SVG, "path");
  path.setAttribute("d", HEART);
  heart.append(path);
  const { left, top } = feed.getBoundingClientRect();
  Object.assign(heart.style, {
    ...{ position: "absolute", zIndex: "2", width: `${SIZE}px`, height: `${SIZE}px`, pointerEvents: "none" },
    ...{ left: `${clientX - left - SIZE / 2}px`, top: `${clientY - top - SIZE * 0.75}px` },
    ...{ fill: "#ff3b5c", filter: "drop-shadow(0 4px 14px rgb(0 0 0 / 0.4))" },
  });
  feed.append(heart);
  const moves = !matchMedia("(prefers-reduced-motion: reduce)").matches;
  // Leans to one side or the other, as a hand would.
  const lean = `rotate(${moves ? Math.round(Math.random() * 24 - 12) : 0}deg)`;
  const from = moves ? `${lean} scale(0.4)` : lean;
  const to = moves ? `translateY(-48px) ${lean} scale(1.1)` : lean;
  const frames = [
    { opacity: 0, transform: from },
    { opacity: 1, transform: `${lean} scale(${moves ? 1.12 : 1})`, offset: 0.2 },
    { opacity: 1, transform: `${lean} scale(1)`, offset: 0.55 },
    { opacity: 0, transform: to },
  ];
  const remove = (): void => heart.remove();
  heart.animate(frames, { duration: GROWN_MS, easing: "ease-out" }).finished.then(remove, remove);
}
