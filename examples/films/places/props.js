/** Things that people hold or sit in: lantern, boat, letter, locket. */

import { glow } from "../stage/light.js";
import { across, around, cut, disc, edge, polygon, sheet, strokes } from "../stage/paper.js";

/** A hand lantern hanging from (0, 0), about 130 units high at size 1. `lit` 0..1. */
export function lantern(ctx, { size = 1, lit = 1, colour = "255,178,90" }) {
  ctx.save();
  ctx.scale(size, size);
  strokes(ctx, ["M-26 44 C-30 -8 30 -8 26 44"], "#1a1226", 5);
  cut(ctx, "M-34 52 L0 30 L34 52 Z", "#1a1226");
  cut(ctx, "M-30 52 L30 52 L36 112 L-36 112 Z", across(ctx, [0, 50, 0, 112], ["#1c2040", "#2c3157"]));
  cut(
    ctx,
    "M-30 52 L30 52 L36 112 L-36 112 Z",
    across(ctx, [0, 50, 0, 112], [`rgba(${colour},${0.85 * lit})`, `rgba(255,243,207,${lit})`]),
  );
  if (lit > 0.02) {
    cut(ctx, "M0 62 C14 80 16 94 0 106 C-16 94 -14 80 0 62 Z", `rgba(255,251,232,${0.4 + 0.6 * lit})`);
    glow(ctx, 0, 86, 120, colour, lit);
  }
  strokes(ctx, ["M-30 52 L-36 112", "M30 52 L36 112", "M0 52 L0 62"], "#1a1226", 6);
  cut(ctx, "M-42 110 L42 110 L36 128 L-36 128 Z", "#1a1226");
  ctx.restore();
}

/** A rowing boat on the water line at (0, 0), `w` wide at size 1 = 420. */
export function boat(ctx, { size = 1, from = "#5a3146", to = "#120d22", rim = "rgba(255,210,150,.8)" }) {
  ctx.save();
  ctx.scale(size, size);
  const hull =
    "M-216 -62 C-150 -40 120 -40 226 -78 C214 -10 160 40 90 44 L-110 44 C-170 36 -206 -10 -216 -62 Z";
  cut(ctx, hull, across(ctx, [0, -70, 0, 46], [from, to]));
  edge(ctx, hull, across(ctx, [0, -78, 0, -20], [rim, "rgba(255,255,255,0)"]), 4);
  strokes(
    ctx,
    ["M-204 -30 C-120 -8 120 -10 208 -46", "M-186 0 C-110 18 110 16 184 -12"],
    "rgba(0,0,0,.3)",
    4,
  );
  ctx.restore();
}

/** A sealed letter around (0, 0), 260 by 170 at size 1. `open` lifts the flap. */
export function letter(ctx, { size = 1, seal = "#e85d75", paper = "#fff6e2", lines = 0 }) {
  ctx.save();
  ctx.scale(size, size);
  sheet(
    ctx,
    polygon([
      [-130, -84],
      [132, -88],
      [134, 86],
      [-132, 84],
    ]),
    across(ctx, [-130, -90, 130, 90], [paper, "#e7c39d"]),
    { lift: 16, shade: "rgba(60,10,50,.4)" },
  );
  if (lines) {
    const rows = Array.from(
      { length: lines },
      (_, row) => `M-84 ${-30 + row * 30} q20 -9 40 0 t40 0 t40 0 ${row === lines - 1 ? "" : "t36 0"}`,
    );
    strokes(ctx, rows, "#4a2545", 5);
  } else {
    strokes(ctx, ["M-130 -84 L0 20 L132 -88"], "rgba(90,40,60,.45)", 4);
    disc(ctx, 0, 16, 26, seal);
    strokes(ctx, ["M-10 12 l10 12 l12 -20"], "rgba(255,255,255,.6)", 4);
  }
  ctx.restore();
}

/** An open locket around (0, 0) on a chain; `portrait` paints inside a circle of radius 120. */
export function locket(ctx, portrait) {
  strokes(ctx, ["M-16 -150 C-60 -220 -46 -290 -8 -344", "M16 -150 C56 -220 44 -290 8 -344"], "#d9a860", 7);
  disc(ctx, 8, 14, 172, "rgba(0,0,0,.35)");
  disc(ctx, 0, 0, 168, across(ctx, [-160, -160, 160, 160], ["#ffe9b0", "#c98a3c", "#6b3f2a"]));
  disc(ctx, 0, 0, 146, "#3a2030");
  ctx.save();
  ctx.beginPath();
  ctx.arc(0, 0, 138, 0, Math.PI * 2);
  ctx.clip();
  ctx.fillStyle = around(ctx, [40, -30, 220], ["#fff0c8", "#f2a75e", "#7a3a4c"]);
  ctx.fillRect(-140, -140, 280, 280);
  portrait(ctx);
  ctx.restore();
  disc(ctx, 0, -160, 20, "#e0b060");
}
