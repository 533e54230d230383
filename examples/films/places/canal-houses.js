/** The houses of the canal town, in rows with a gap where the water comes through. */
import { across, cut, polygon, sheet } from "../stage/paper.js";
import { hash } from "../stage/random.js";

/** Colours of walls: in the light, in the shade. */
const walls = [
  ["#f6b98a", "#d9746c"],
  ["#f2d3a2", "#dd9273"],
  ["#e98f86", "#b3527a"],
  ["#9fd3c0", "#4a98a0"],
  ["#f4c6b0", "#cf7f86"],
];

/** Paints a row of houses standing at `base`, `tall` pixels high on average; `gap` stays open; `fade` 0..1 veils it in light. */
export function paintRow(ctx, { base, tall, seed, gap, fade }) {
  let number = 0;
  for (let x = -180; x < 900; number += 1) {
    const w = 120 + hash(number, seed) * 90;
    const [left, right] = [x, x + w];
    x = right - 4;
    if (right > gap[0] && left < gap[1]) {
      if (left < gap[0]) paintHouse(ctx, [left, gap[0]], { base, tall, number, seed, fade });
      if (right > gap[1]) paintHouse(ctx, [gap[1], right], { base, tall, number: number + 3, seed, fade });
      continue;
    }
    paintHouse(ctx, [left, right], { base, tall, number, seed, fade });
  }
}

function paintHouse(ctx, [left, right], { base, tall, number, seed, fade }) {
  const top = base - tall * (0.72 + hash(number, seed + 1) * 0.4);
  const [lit, dark] = walls[Math.floor(hash(number, seed + 2) * walls.length)];
  sheet(
    ctx,
    polygon([
      [left, top],
      [right, top],
      [right, base + 60],
      [left, base + 60],
    ]),
    across(ctx, [left < 360 ? right : left, 0, left < 360 ? left : right, 0], [lit, dark]),
    { lift: 14, shade: "rgba(70,20,60,.45)" },
  );
  const roof = polygon([
    [left - 16, top + 6],
    [left + 14, top - 46],
    [right - 14, top - 46],
    [right + 16, top + 6],
  ]);
  sheet(ctx, roof, across(ctx, [0, top - 50, 0, top], ["#e8695f", "#9c3a5c"]), {
    lift: 10,
    shade: "rgba(70,20,60,.45)",
  });
  for (let row = 0; row < 5; row += 1) {
    for (let pane = 0; pane < 2; pane += 1) {
      const x = left + (right - left) * (0.2 + pane * 0.42);
      const y = top + 54 + row * 118;
      if (y > base - 70 || right - left < 90) continue;
      cut(
        ctx,
        `M${x} ${y + 58} v-40 a17 17 0 0 1 34 0 v40 Z`,
        hash(number * 9 + row * 2 + pane, 4) > 0.6 ? "#fff0bf" : "#3a5a72",
      );
      cut(
        ctx,
        polygon([
          [x - 16, y + 8],
          [x - 3, y + 4],
          [x - 3, y + 58],
          [x - 16, y + 60],
        ]),
        "#2f8f92",
      );
      cut(
        ctx,
        polygon([
          [x + 37, y + 4],
          [x + 50, y + 8],
          [x + 50, y + 60],
          [x + 37, y + 58],
        ]),
        "#2f8f92",
      );
      cut(
        ctx,
        polygon([
          [x - 8, y + 60],
          [x + 42, y + 60],
          [x + 38, y + 72],
          [x - 4, y + 72],
        ]),
        "#8f3f50",
      );
    }
  }
  if (fade) {
    ctx.fillStyle = `rgba(255,226,180,${fade})`;
    ctx.fillRect(left - 18, top - 50, right - left + 36, base - top + 110);
  }
}
