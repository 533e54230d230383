/** What coats are made of: knit, brocade, stars, letters. Painted once, inside the outline of a coat. */
import { disc, shape, strokes } from "../stage/paper.js";

/** Paints a pattern inside an outline. `paint(ctx, x, y, row)` draws one motif of a grid. */
export function pattern(ctx, outline, { step, from = [-260, 480], to = [540, 1500], stagger = 0.5 }, paint) {
  ctx.save();
  ctx.clip(shape(outline));
  for (let row = 0, y = from[1]; y < to[1]; row += 1, y += step[1]) {
    for (let x = from[0] + (row % 2) * step[0] * stagger; x < to[0]; x += step[0]) paint(ctx, x, y, row);
  }
  ctx.restore();
}

/** Rows of knitted stitches. */
export const knit = (colour) => (ctx, x, y) =>
  strokes(ctx, [`M${x - 13} ${y} q4 18 13 24 q9 -6 13 -24`], colour, 4.5);

/** Small four-pointed stars. */
export const star = (colour) => (ctx, x, y) => {
  ctx.fillStyle = colour;
  ctx.fill(
    new Path2D(
      `M${x} ${y - 13} Q${x + 2} ${y - 2} ${x + 13} ${y} Q${x + 2} ${y + 2} ${x} ${y + 13} Q${x - 2} ${y + 2} ${x - 13} ${y} Q${x - 2} ${y - 2} ${x} ${y - 13} Z`,
    ),
  );
};

/** Curls like those on old brocade. */
export const curl = (colour) => (ctx, x, y, row) => {
  const side = row % 2 ? 1 : -1;
  strokes(
    ctx,
    [
      `M${x} ${y} c${22 * side} -6 ${30 * side} 22 ${10 * side} 26 c${-12 * side} 2 ${-14 * side} -14 ${-4 * side} -14`,
    ],
    colour,
    4,
  );
};

/** Stitches of a heavy seam. */
export const stitch = (colour) => (ctx, x, y) => strokes(ctx, [`M${x} ${y} l9 12`], colour, 3.5);

/** Polka dots. */
export const dot = (colour) => (ctx, x, y) => disc(ctx, x, y, 6, colour);
