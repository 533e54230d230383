/** Backgrounds of close-ups: a lightbox of paper frames around a luminous opening. */
import { around, lightbox } from "../stage/paper.js";
import { views } from "./views.js";

/** Area of a sprite that may be panned and zoomed. */
export const wideBox = { x: -180, y: -180, w: 1080, h: 1640 };

/** Palettes from the luminous middle outwards; the frames from back to front. */
const palettes = {
  amber: {
    light: ["#fff2c4", "#ffc169", "#e8763c", "#8a3450"],
    frames: ["#7a2f52", "#51244f", "#2f1a44", "#170f2e"],
  },
  cyan: {
    light: ["#f2ffff", "#a6eaf0", "#4aa3c4", "#22507f"],
    frames: ["#1d4474", "#16305e", "#101f46", "#0a122e"],
  },
  green: {
    light: ["#f6ffd0", "#bfe08a", "#5c9a6a", "#1f5350"],
    frames: ["#1b4647", "#12303a", "#0c1f2c", "#07131e"],
  },
  night: {
    light: ["#c9d6ff", "#7f95d8", "#43569f", "#26336e"],
    frames: ["#222d62", "#19224e", "#11183a", "#0a0f27"],
  },
  storm: {
    light: ["#8fb0e0", "#4f74b8", "#2a4486", "#17265a"],
    frames: ["#182858", "#121d48", "#0d1538", "#080d26"],
  },
  red: {
    light: ["#ffe3a8", "#ff9450", "#d23f35", "#6d1733"],
    frames: ["#5c1533", "#3f112f", "#270d28", "#14091d"],
  },
  morning: {
    light: ["#fffbe9", "#ffe2ae", "#ffb486", "#f0817a"],
    frames: ["#e8746f", "#c9566f", "#8f3f66", "#552c55"],
  },
  turquoise: {
    light: ["#fffdf0", "#d8f5df", "#84d3c4", "#38a3a3"],
    frames: ["#2c9298", "#1c7683", "#145a6c", "#0e3f55"],
  },
};

/**
 * Paints a lightbox behind a close-up.
 * @param {object} options `palette`; centre `x`, `y`; opening `rx`, `ry`; `frames` how many sheets; `seed` their shapes;
 *   `view` what is seen through the opening, one of `views`
 */
export function backdrop(stage, options) {
  const { palette, x = 430, y = 470, rx = 330, ry = 430, frames = 4, seed = 3, view } = options;
  const { light, frames: colours } = palettes[palette];
  stage.layer(0.2, (ctx) => {
    ctx.fillStyle = around(ctx, [x, y, 780], light);
    ctx.fillRect(wideBox.x, wideBox.y, wideBox.w, wideBox.h);
  });
  if (view) {
    for (const [index, depth] of [0.24, 0.3].entries()) {
      stage.layer(depth, () => {
        const key = `view:${view}:${palette}:${x}:${y}:${index}`;
        stage.sprite(key, wideBox, (ctx) => views[view](ctx, { x, y, index, light, colours }), 0.6);
      });
    }
  }
  for (let frame = 0; frame < frames; frame += 1) {
    const [key, grow] = [`frame:${palette}:${x}:${y}:${rx}:${ry}:${seed}:${frame}`, 1 + frame * 0.3];
    const box = { x, y, rx: rx * grow, ry: ry * grow, colours: [colours[frame]], seed: seed + frame };
    stage.layer(0.35 + frame * 0.16, () => {
      stage.sprite(key, wideBox, (ctx) => lightbox(ctx, box), 0.75);
    });
  }
}
