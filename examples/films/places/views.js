/** What is seen through the opening of a lightbox, far and soft: the bay, masts, roofs, a window. */
import { across, polygon, ridge, sheet, strokes } from "../stage/paper.js";
import { hash } from "../stage/random.js";
import { cloudStrip } from "../stage/weather.js";
import { tower } from "./lighthouse.js";

/**
 * Views by name. Each paints sheet `index` (0 far, 1 nearer) around the opening's middle (`x`, `y`),
 * in the palette's `light` (middle outwards) and frame `colours`.
 */
export const views = {
  /** The far shore with its tower. */
  bay(ctx, { x, y, index, light }) {
    const tone = light[index + 1];
    const base = y + 190 + index * 70;
    if (index === 0) {
      cloudStrip(ctx, x - 40, y - 210, 330, light[1]);
      cloudStrip(ctx, x + 120, y - 120, 260, light[1]);
      ctx.save();
      ctx.translate(x + 110, base - 40);
      tower(ctx, { size: 0.36, wall: [light[2], light[2]], trim: light[2], ruin: true, windows: light[1] });
      ctx.restore();
    }
    const land = (at) =>
      base - 50 * Math.exp(-(((at - x - 110) / 130) ** 2)) + 6 * Math.sin(at * 0.05 + index);
    sheet(ctx, index ? ridge((at) => base + 9 * Math.sin(at * 0.045)) : ridge(land), tone, { lift: 8 });
  },
  /** Masts and rigging of ships at a quay. */
  masts(ctx, { x, y, index, light }) {
    const tone = light[index + 1];
    for (const [offset, tall] of index
      ? [
          [-150, 520],
          [120, 430],
        ]
      : [
          [-60, 380],
          [40, 460],
          [200, 340],
        ]) {
      const [mast, base] = [x + offset, y + 330];
      const lines = [
        `M${mast} ${base} V${base - tall}`,
        `M${mast - 80} ${base - tall * 0.7} H${mast + 80}`,
        `M${mast - 60} ${base - tall * 0.48} H${mast + 60}`,
      ];
      strokes(ctx, lines, tone, 9 - index);
      strokes(
        ctx,
        [`M${mast} ${base - tall} L${mast - 150} ${base}`, `M${mast} ${base - tall} L${mast + 150} ${base}`],
        tone,
        3,
      );
    }
    sheet(
      ctx,
      ridge((at) => y + 280 + index * 60 + 10 * Math.sin(at * 0.04 + index)),
      tone,
      { lift: 8 },
    );
  },
  /** Roofs of the town. */
  roofs(ctx, { y, index, light }) {
    const points = [[-200, 1600]];
    const wide = 104 + index * 30;
    for (let house = 0; house < 11; house += 1) {
      const left = -200 + house * wide;
      const eaves = y + 150 + index * 130 - hash(house, 7 + index) * 90;
      const peak = eaves - wide * 0.42;
      const chimney = left + wide * 0.7;
      points.push([left, eaves], [left + wide / 2, peak], [chimney, peak + wide * 0.17]);
      if (house % 2)
        points.push([chimney, peak - 16], [chimney + 16, peak - 16], [chimney + 16, peak + wide * 0.3]);
      points.push([left + wide, eaves]);
    }
    points.push([1000, 1600]);
    sheet(
      ctx,
      polygon(points),
      across(ctx, [0, y, 0, y + 400], [light[index + 1], light[Math.min(3, index + 2)]]),
      { lift: 8 },
    );
  },
  /** The bars of a tall window. */
  window(ctx, { x, y, index, light }) {
    if (index === 0) {
      cloudStrip(ctx, x + 60, y - 160, 300, light[1]);
      cloudStrip(ctx, x - 120, y + 40, 280, light[1]);
      return;
    }
    const tone = light[3];
    strokes(ctx, [`M${x - 110} -180 V1400`, `M${x + 110} -180 V1400`], tone, 16);
    strokes(
      ctx,
      [-300, -60, 180, 420].map((offset) => `M-180 ${y + offset} H900`),
      tone,
      12,
    );
  },
};
