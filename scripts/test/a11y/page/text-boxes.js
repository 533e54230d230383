/** Words (and signs of controls) that lie over the film, where they are and in which colour. */
export function findWordsOverFilm(root) {
  const { host } = root;
  const boxes = [];
  const walker = document.createTreeWalker(root.querySelector(".viewport"), NodeFilter.SHOW_TEXT);
  while (walker.nextNode()) {
    const { parentElement: element, textContent } = walker.currentNode;
    if (textContent.trim() === "" || element.closest("style, [inert], .visually-hidden")) continue;
    if (!element.checkVisibility({ opacityProperty: true, visibilityProperty: true })) continue;
    const range = document.createRange();
    range.selectNodeContents(walker.currentNode);
    for (const { x, y, width, height } of range.getClientRects())
      if (width > 2 && height > 2)
        boxes.push({ words: textContent.trim().slice(0, 40), x, y, width, height, ...looks(element) });
  }
  for (const sign of root.querySelectorAll(".viewport button .icon")) {
    if (sign.closest("[inert]") || !sign.checkVisibility({ opacityProperty: true, visibilityProperty: true }))
      continue;
    const { x, y, width, height } = sign.getBoundingClientRect();
    const words = sign.closest("button").getAttribute("aria-label");
    boxes.push({ words, x, y, width, height, color: getComputedStyle(sign).color, needs: 3 });
  }
  const { width, height } = host.getBoundingClientRect();
  return boxes.filter(
    (box) => box.x >= 0 && box.y >= 0 && box.x + box.width <= width && box.y + box.height <= height,
  );
}

/** WCAG 1.4.3: large words need 3:1, all others 4.5:1. */
function looks(element) {
  const { color, fontSize, fontWeight } = getComputedStyle(element);
  const pixels = Number.parseFloat(fontSize);
  const isLarge = pixels >= 24 || (pixels >= 18.66 && Number(fontWeight) >= 700);
  return { color, needs: isLarge ? 3 : 4.5 };
}

/** Hides the words and signs themselves, so that a picture shows what lies behind them. */
export async function hideWords(root) {
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(
    ".player * { color: transparent !important; text-shadow: none !important } .icon { opacity: 0 !important }",
  );
  root.adoptedStyleSheets = [...root.adoptedStyleSheets, sheet];
  // Until it is drawn.
  for (let frames = 0; frames < 3; frames += 1) await new Promise(requestAnimationFrame);
}

/**
 * The worst contrast of each box against the picture behind it.
 *
 * @param {string} png base64
 */
export async function measureContrast(png, boxes) {
  const image = new Image();
  image.src = `data:image/png;base64,${png}`;
  await image.decode();
  const canvas = new OffscreenCanvas(image.width, image.height);
  const context = canvas.getContext("2d");
  context.drawImage(image, 0, 0);
  return boxes.map((box) => {
    const { data } = context.getImageData(box.x, box.y, Math.max(1, box.width), Math.max(1, box.height));
    const front = luminance(...toRgb(box.color));
    let worst = 21;
    for (let at = 0; at < data.length; at += 4) {
      const behind = luminance(data[at], data[at + 1], data[at + 2]);
      const [light, dark] = front > behind ? [front, behind] : [behind, front];
      worst = Math.min(worst, (light + 0.05) / (dark + 0.05));
    }
    return { ...box, contrast: Math.round(worst * 100) / 100 };
  });
}

/** Whatever way a colour is written in: `oklch(…)` too. What is half transparent counts as if it were not. */
function toRgb(color) {
  const context = new OffscreenCanvas(1, 1).getContext("2d");
  context.fillStyle = color;
  context.fillRect(0, 0, 1, 1);
  const [red, green, blue, alpha] = context.getImageData(0, 0, 1, 1).data;
  return alpha === 0 ? [0, 0, 0] : [red, green, blue];
}

function luminance(...rgb) {
  const [r, g, b] = rgb.map((value) => {
    const share = value / 255;
    return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * r + 0.7152 * g + 0.0722 * b;
}
