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

/** A crag whose top is near (0, 0), for a tower to stand on: sheets of rock, one before the other. */
export function crag(
  ctx,
  { w = 560, h = 620, colours = ["#3b4c8c", "#0d1334"], seed = 2, light = "rgba(255,214,160,.2)" },
) {
  for (let slab = 0; slab < 5; slab += 1) {
    const random = createRandom(seed * 13 + slab);
    const drop = slab * h * 0.13;
    const side = slab % 2 ? 1 : -1;
    const middle = slab === 0 ? 0 : side * w * (0.1 + 0.07 * slab);
    const reach = slab === 0 ? 0.17 : 0.16 + slab * 0.035;
    const top = [];
    const steps = 7;
    for (let step = 0; step <= steps; step += 1) {
      const part = step / steps - 0.5;
      const bend = Math.abs(part) ** 1.8 * h * 0.34;
      top.push([middle + part * 2 * w * reach, drop + bend * (slab ? 1 : 0.12) + (slab ? random() * 26 : 0)]);
    }
    const foot = [
      [middle + w * (reach + 0.3), h],
      [middle - w * (reach + 0.3), h],
    ];
    const slope = [
      [top[steps][0] + w * 0.1, drop + h * 0.34],
      ...foot,
      [top[0][0] - w * 0.1, drop + h * 0.36],
    ];
    const path = polygon([...top, ...slope]);
    const shade = slab / 5;
    sheet(ctx, path, across(ctx, [w * 0.3, drop - 20, -w * 0.2, drop + h * 0.7], colours), { lift: 18 });
    cut(ctx, path, `rgba(4,4,24,${shade * 0.32})`);
    edge(
      ctx,
      path,
      across(ctx, [middle + w * 0.4, 0, middle - w * 0.4, 0], [light, "rgba(255,255,255,0)"]),
      4,
    );
    for (let tuft = 0; tuft < 4; tuft += 1) {
      const [x, y] = top[1 + Math.floor(random() * (steps - 2))];
      strokes(
        ctx,
        [
          `M${x} ${y + 4} q-4 -12 -11 -17`,
          `M${x + 3} ${y + 4} q1 -14 2 -20`,
          `M${x + 6} ${y + 4} q5 -10 12 -14`,
        ],
        colours[1],
        3,
      );
    }
  }
}
