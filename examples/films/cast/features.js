/** Parts that faces share: skin with light from the front, eyes, brows, ears. */
import { across, cut, disc, edge, sheet, strokes } from "../stage/paper.js";

/** The face as a sheet: lit along the profile, dark towards the back of the head. */
export function skin(ctx, path, scheme, { lift = 16 } = {}) {
  const tone = across(
    ctx,
    [356, 240, 96, 300],
    [
      [0, scheme.lit],
      [0.2, scheme.lit],
      [0.5, scheme.mid],
      [1, scheme.dark],
    ],
  );
  sheet(ctx, path, tone, { lift });
  edge(ctx, path, across(ctx, [350, 0, 250, 0], [scheme.rim, "rgba(255,255,255,0)"]), 3.2);
}

/** A dark sheet of hair or cloth whose front edge catches light. */
export function cloth(ctx, path, { from, to, rim, lift = 14, span = [340, 0, 60, 0], rimSize = 2.4 }) {
  sheet(ctx, path, across(ctx, span, [from, to]), { lift });
  if (rim)
    edge(
      ctx,
      path,
      across(ctx, [span[0], 0, (span[0] + span[2]) / 2, 0], [rim, "rgba(255,255,255,0)"]),
      rimSize,
    );
}

/**
 * An eye in profile, cut out of the paper. Drawn live, because it blinks.
 * `x`, `y` is the front corner; `w` its width; `slant` lifts the front.
 */
export function profileEye(
  ctx,
  { x, y, w = 36, h = 15, colour, iris = "#1b1030", blink = 0, gaze = 0, lash = true },
) {
  const open = h * (1 - blink * 0.94);
  const eye = new Path2D();
  eye.moveTo(x, y + 1);
  eye.bezierCurveTo(x - w * 0.18, y - open * 0.95, x - w * 0.62, y - open * 0.9, x - w, y + 4);
  eye.bezierCurveTo(x - w * 0.6, y + open * 0.55, x - w * 0.2, y + open * 0.5, x, y + 1);
  cut(ctx, eye, colour);
  if (blink < 0.7) {
    ctx.save();
    ctx.clip(eye);
    disc(ctx, x - w * 0.3 + gaze * w * 0.25, y - open * 0.12, h * 0.62, iris);
    disc(ctx, x - w * 0.2 + gaze * w * 0.25, y - open * 0.36, h * 0.17, "#fff");
    ctx.restore();
  }
  const lid = `M${x + 3} ${y + 1} C${x - w * 0.16} ${y - open} ${x - w * 0.62} ${y - open * 0.98} ${x - w - 3} ${y + 5}`;
  strokes(ctx, [lid], iris, 4.2);
  if (lash) strokes(ctx, [`M${x - 1} ${y - open * 0.25} l9 ${-4 + blink * 9}`], iris, 3);
}

/** A brow: a tapering stroke of paper. */
export function brow(ctx, [x0, y0, cx, cy, x1, y1], thick, colour) {
  const path = `M${x0} ${y0} Q${cx} ${cy - thick} ${x1} ${y1} Q${cx} ${cy + thick * 0.6} ${x0} ${y0} Z`;
  cut(ctx, path, colour);
}

/** An ear as two cut curves. */
export function ear(ctx, x, y, scheme, size = 1) {
  const path = `M${x} ${y} c${-22 * size} ${-30 * size} ${-58 * size} ${-12 * size} ${-48 * size} ${26 * size} c${5 * size} ${22 * size} ${12 * size} ${46 * size} ${30 * size} ${42 * size} c${16 * size} ${-4 * size} ${6 * size} ${-28 * size} ${18 * size} ${-68 * size} Z`;
  sheet(ctx, path, across(ctx, [x, y, x - 50, y], [scheme.mid, scheme.dark]), { lift: 6 });
  strokes(
    ctx,
    [
      `M${x - 10 * size} ${y + 2 * size} c${-20 * size} ${-14 * size} ${-34 * size} ${6 * size} ${-22 * size} ${30 * size}`,
    ],
    scheme.dark,
    3.5 * size,
  );
}

/** The line of a mouth's corner and the shadow under the lip. */
export function mouthLines(ctx, scheme, [x, y], length, open) {
  strokes(ctx, [`M${x} ${y} q${-length * 0.5} ${2 + open * 5} ${-length} ${1 - open * 2}`], scheme.dark, 3);
}
