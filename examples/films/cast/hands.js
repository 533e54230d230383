/** Big hands for close-ups: reaching or carrying, holding paper, gripping an edge from below. */
import { across, cut, sheet, strokes } from "../stage/paper.js";
import { schemes } from "./light-schemes.js";

const line = "rgba(30,5,40,.34)";

/**
 * A hand reaching right from a sleeve. Local units: wrist at (0, 0), finger tips near x = 330.
 * `curl` 0 is open, 1 closed around a handle.
 */
export function hand(ctx, { light = "amber", curl = 0, sleeve = true }) {
  const scheme = schemes[light];
  const tone = skinTone(ctx, scheme);
  ctx.save();
  fingers(ctx, { scheme, tone, curl });
  cut(ctx, palm, tone);
  thumb(ctx, tone, curl);
  if (sleeve) cuff(ctx, scheme);
  ctx.restore();
}

/** A hand that holds a sheet of paper: fingers behind it, thumb in front. `paint` draws the paper, grip at (250, -30). */
export function handHolding(ctx, { light = "morning", paint }) {
  const scheme = schemes[light];
  const tone = skinTone(ctx, scheme);
  ctx.save();
  fingers(ctx, { scheme, tone, curl: 0.15 });
  cut(ctx, palm, tone);
  ctx.save();
  paint(ctx);
  ctx.restore();
  cut(ctx, "M-30 -40 C30 -60 90 -70 130 -58 C150 -30 120 20 90 50 C50 70 10 62 -30 52 Z", tone);
  thumb(ctx, tone, -0.4);
  cuff(ctx, scheme);
  ctx.restore();
}

/**
 * A hand that comes up and closes over an edge at y = 0; the sleeve hangs below. `close` 0..1 bends the fingers away.
 */
export function gripFromBelow(ctx, { light = "cyan", close = 1, length = 620 }) {
  const scheme = schemes[light];
  const tone = across(ctx, [110, -160, -130, 260], [scheme.rim, scheme.lit, scheme.mid]);
  ctx.save();
  ctx.lineCap = "round";
  ctx.lineJoin = "round";
  const knuckles = [
    [-74, -104, 132],
    [-26, -36, 164],
    [24, 30, 160],
    [68, 92, 124],
  ];
  for (const [base, tip, tall] of knuckles) {
    const joint = [tip * 0.96, 14 - tall * 0.55 * (1 - close * 0.2)];
    const reached = 20 - tall;
    const end = [tip + close * 6, reached + (joint[1] - 10 - reached) * close];
    const path = new Path2D(`M${base} 70 L${joint[0]} ${joint[1]} L${end[0]} ${end[1]}`);
    for (const [size, colour] of [
      [42, scheme.dark],
      [35, tone],
    ]) {
      ctx.lineWidth = size;
      ctx.strokeStyle = colour;
      ctx.stroke(path);
    }
    strokes(
      ctx,
      [`M${joint[0] - 11} ${joint[1] + 3} q11 -9 22 0`, `M${joint[0] - 9} ${joint[1] + 12} q9 -7 18 0`],
      line,
      3.5,
    );
  }
  cut(
    ctx,
    "M-92 50 C-88 10 -40 24 -4 16 C30 22 80 8 90 52 C92 110 66 170 56 230 L-56 230 C-62 170 -96 110 -92 50 Z",
    tone,
  );
  const bones = [
    "M-70 62 C-62 100 -44 140 -30 176",
    "M-26 54 C-22 96 -16 130 -12 168",
    "M22 54 C20 96 14 130 10 166",
    "M66 64 C58 104 42 138 28 172",
  ];
  strokes(ctx, bones, line, 4.5);
  for (const [size, colour] of [
    [44, scheme.dark],
    [36, tone],
  ]) {
    ctx.lineWidth = size;
    ctx.strokeStyle = colour;
    ctx.stroke(new Path2D(`M52 150 C104 130 128 92 ${134 - close * 6} ${34 + close * 10}`));
  }
  const sleeve = `M-86 214 C-40 190 40 190 88 212 L150 ${length} L-150 ${length} Z`;
  sheet(ctx, sleeve, across(ctx, [120, 0, -120, 0], [scheme.clothLit, scheme.cloth]), { lift: 12 });
  strokes(ctx, ["M-84 222 C-40 200 40 200 86 220"], scheme.rim, 6);
  strokes(
    ctx,
    [`M-40 240 C-50 340 -60 460 -70 ${length}`, `M36 240 C44 340 60 460 66 ${length}`],
    "rgba(0,0,0,.25)",
    6,
  );
  ctx.restore();
}

const palm = "M-40 -46 C40 -56 110 -66 150 -54 C180 -20 180 50 150 72 C100 88 40 66 -40 52 Z";
const skinTone = (ctx, scheme) => across(ctx, [330, -60, -40, 80], [scheme.lit, scheme.lit, scheme.mid]);

function fingers(ctx, { scheme, tone, curl }) {
  ctx.lineCap = "round";
  ctx.lineJoin = "round";
  for (const [index, [y, reach, thick]] of [
    [-36, 206, 38],
    [-4, 228, 40],
    [28, 214, 38],
    [56, 172, 32],
  ].entries()) {
    const bend = curl * (90 + index * 8);
    const tip = 120 + reach;
    const path = new Path2D(
      `M120 ${y} Q${170 + reach * 0.2} ${y - 18} ${tip - curl * 70} ${y + bend * 0.4} T${tip - bend} ${y + bend}`,
    );
    ctx.lineWidth = thick + 8;
    ctx.strokeStyle = scheme.mid;
    ctx.stroke(path);
    ctx.lineWidth = thick;
    ctx.strokeStyle = tone;
    ctx.stroke(path);
  }
}

function thumb(ctx, tone, curl) {
  ctx.lineCap = "round";
  ctx.lineWidth = 44;
  ctx.strokeStyle = tone;
  ctx.stroke(new Path2D(`M40 -24 Q110 -92 ${200 - curl * 40} ${-84 + curl * 40}`));
  strokes(ctx, ["M66 -4 q40 -20 76 -52", "M150 -16 q-12 26 -4 54"], line, 4);
  strokes(ctx, [`M${196 - curl * 40} ${-98 + curl * 40} q14 4 16 16`], line, 3);
}

function cuff(ctx, scheme) {
  const sleeve = across(ctx, [-20, 0, -420, 0], [scheme.clothLit, scheme.cloth]);
  sheet(ctx, "M-20 -78 L-20 82 L-520 190 L-520 -190 Z", sleeve, { lift: 10 });
  sheet(ctx, "M-26 -86 C0 -60 0 60 -26 92 L-74 100 C-52 50 -52 -50 -74 -92 Z", scheme.clothLit, { lift: 8 });
  strokes(ctx, ["M-130 -104 C-110 -40 -110 40 -130 112"], "rgba(0,0,0,.2)", 5);
}
