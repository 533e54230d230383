/** The lighthouse from outside, whole or burned, and the rock that it stands on. */

import { glow } from "../stage/light.js";
import { across, cut, disc, edge, polygon, shape, sheet, strokes } from "../stage/paper.js";
import { createRandom } from "../stage/random.js";

/** A tower 600 units high standing on (0, 0). `lit` 0..1 is its lamp; `ruin` burns it. Paint inside a sprite. */
export function tower(
  ctx,
  { size = 1, wall = ["#5d6fb0", "#1b2350"], trim = "#0e1330", ruin = false, windows = "#ffcf7a" },
) {
  ctx.save();
  ctx.scale(size, size);
  const body = "M-82 0 C-62 -160 -52 -300 -48 -430 L48 -430 C52 -300 62 -160 82 0 Z";
  sheet(ctx, body, across(ctx, [70, 0, -80, 0], wall), { lift: 16 });
  ctx.save();
  ctx.clip(shape(body));
  for (const y of [-90, -220, -350])
    cut(
      ctx,
      polygon([
        [-90, y],
        [90, y - 14],
        [90, y - 64],
        [-90, y - 50],
      ]),
      "rgba(10,12,40,.34)",
    );
  ctx.restore();
  edge(ctx, body, across(ctx, [80, 0, 20, 0], ["rgba(255,220,160,.75)", "rgba(255,255,255,0)"]), 3);
  for (const [x, y] of [
    [10, -130],
    [-8, -262],
    [6, -376],
  ])
    cut(ctx, `M${x - 9} ${y} v-22 a9 9 0 0 1 18 0 v22 Z`, ruin ? trim : windows);
  cut(ctx, "M-24 0 v-46 a24 24 0 0 1 48 0 v46 Z", trim);
  if (ruin) {
    sheet(
      ctx,
      polygon([
        [-62, -430],
        [64, -430],
        [58, -452],
        [30, -448],
        [24, -500],
        [14, -520],
        [8, -470],
        [-10, -462],
        [-26, -540],
        [-34, -548],
        [-40, -470],
        [-58, -452],
      ]),
      trim,
      { lift: 6 },
    );
    strokes(ctx, ["M-30 -300 l14 40 l-10 50", "M24 -200 l-12 46 l16 30"], "rgba(0,0,0,.5)", 4);
  } else {
    sheet(
      ctx,
      polygon([
        [-74, -426],
        [74, -426],
        [66, -444],
        [-66, -444],
      ]),
      trim,
      { lift: 8 },
    );
    strokes(
      ctx,
      ["M-70 -470 H70", "M-70 -444 V-470", "M-35 -444 V-470", "M35 -444 V-470", "M70 -444 V-470"],
      trim,
      4,
    );
    cut(ctx, "M-58 -524 C-50 -568 -20 -580 0 -596 C20 -580 50 -568 58 -524 Z", trim);
    strokes(ctx, ["M0 -590 V-632"], trim, 5);
    disc(ctx, 0, -606, 8, trim);
  }
  ctx.restore();
}

/** The lamp of a tower standing on (`x`, `y`): glass, flame and glow; drawn live. */
export function lamp(ctx, x, y, { size = 1, lit = 1, colour = "255,196,110" }) {
  ctx.save();
  ctx.translate(x, y);
  ctx.scale(size, size);
  cut(ctx, "M-40 -444 H40 V-526 H-40 Z", lit > 0.03 ? `rgba(${colour},${0.35 + 0.6 * lit})` : "#10163a");
  if (lit > 0.03) cut(ctx, "M-22 -446 H22 V-522 H-22 Z", `rgba(255,250,225,${lit})`);
  strokes(ctx, ["M-40 -444 V-526", "M-14 -444 V-526", "M14 -444 V-526", "M40 -444 V-526"], "#0e1330", 4);
  glow(ctx, 0, -486, 420, colour, lit);
  ctx.restore();
}

/** A crag whose top is near (0, 0), for a tower to stand on. */
export function crag(ctx, { w = 560, h = 620, colours = ["#2c3b78", "#10163a"], seed = 2 }) {
  const random = createRandom(seed);
  const left = [];
  const right = [];
  for (let step = 0; step <= 6; step += 1) {
    const part = step / 6;
    left.push([-60 - part ** 0.8 * w * 0.5 - random() * 44, part * h - random() * 20]);
    right.push([96 + part ** 0.7 * w * 0.5 + random() * 40, part * h - random() * 20]);
  }
  sheet(ctx, polygon([...right, ...left.reverse()]), across(ctx, [0, -20, 0, h], colours), { lift: 18 });
  for (let facet = 0; facet < 6; facet += 1) {
    const [x, y] = [(random() - 0.5) * w * 0.8, 60 + random() * h * 0.6];
    cut(
      ctx,
      polygon([
        [x, y],
        [x + 50 + random() * 60, y + 30],
        [x + 20, y + 130 + random() * 60],
      ]),
      "rgba(255,210,160,.07)",
    );
  }
}
