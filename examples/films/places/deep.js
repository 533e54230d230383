/** The thing in the bay: its back among the wrecks, and its eye. */

import { glow } from "../stage/light.js";
import { across, around, cut, disc, edge, strokes } from "../stage/paper.js";
import { hash } from "../stage/random.js";

/** A wreck: mast, torn sail and hull, standing in the water at (0, 0). */
export function wreck(ctx, { size = 1, lean = 0.1, tone = "#1a0f2c", rim = "rgba(255,170,90,.7)" }) {
  ctx.save();
  ctx.rotate(lean);
  ctx.scale(size, size);
  strokes(
    ctx,
    ["M0 20 V-320", "M-90 -250 H86", "M-60 -160 H70", "M0 -310 L-120 20", "M0 -310 L130 10"],
    tone,
    7,
  );
  const sail =
    "M-84 -246 C-60 -200 -70 -180 -58 -164 L-20 -170 L-8 -150 L30 -172 L62 -160 C56 -190 76 -220 80 -246 Z";
  cut(ctx, sail, tone);
  const hull = "M-150 -10 C-90 10 90 10 180 -40 C170 30 120 80 60 90 L-90 90 C-130 70 -150 30 -150 -10 Z";
  cut(ctx, hull, tone);
  edge(ctx, hull, across(ctx, [0, -40, 0, 30], [rim, "rgba(255,255,255,0)"]), 4);
  ctx.restore();
}

const neck = `M-70 400 C-50 240 -20 90 -46 -52 C-110 -36 -170 -38 -214 -62 C-196 -82 -150 -92 -88 -98 C-140 -104 -200 -106 -236 -122
  C-226 -160 -176 -196 -112 -214 C-60 -240 20 -240 74 -196 C140 -140 176 -20 190 120 C200 220 240 320 300 400 Z`;
const hump = "M200 400 C230 200 300 120 360 128 C430 138 470 260 490 400 Z";
const fin = (x, y, turn, size) =>
  `M${x - 30 * size} ${y} Q${x + Math.sin(turn) * 40 * size} ${y - 30 * size} ${x + Math.sin(turn) * 96 * size} ${y - Math.cos(turn) * 96 * size} Q${x + 44 * size} ${y} ${x + 24 * size} ${y + 52 * size} Z`;

/** The animal rising out of the sea at (0, 0), asleep: neck, head in profile, one hump. `rise` 0..1. */
export function risingBeast(ctx, now, rise) {
  ctx.save();
  ctx.translate(0, 660 * (1 - rise) + Math.sin(now * 1.1) * 4);
  const dark = across(ctx, [-200, -240, 120, 380], ["#7a2f5c", "#431848", "#1c0a30", "#0e0522"]);
  for (const [x, y, turn, size] of [
    [300, 160, -0.2, 0.8],
    [366, 128, 0.2, 0.9],
    [430, 170, 0.6, 0.8],
  ])
    cut(ctx, fin(x, y, turn, size), "#2a1038");
  cut(ctx, hump, dark);
  for (const [x, y, turn, size] of [
    [20, -226, 0.3, 0.9],
    [90, -180, 0.7, 1],
    [142, -100, 0.95, 1.05],
    [172, 0, 1.1, 1.05],
    [190, 110, 1.2, 1],
  ])
    cut(ctx, fin(x, y, turn, size), "#2a1038");
  cut(ctx, neck, dark);
  const rim = across(
    ctx,
    [-240, -240, 60, 40],
    ["rgba(255,226,160,1)", "rgba(255,190,120,.5)", "rgba(255,255,255,0)"],
  );
  edge(ctx, neck, rim, 5);
  edge(ctx, hump, across(ctx, [0, 120, 0, 220], ["rgba(255,190,120,.8)", "rgba(255,255,255,0)"]), 5);
  for (let tooth = 0; tooth < 8; tooth += 1)
    cut(ctx, `M${-204 + tooth * 17} ${-112 + tooth * 1.6} l6 17 l7 -16 Z`, "#ffe6b4");
  strokes(ctx, ["M-138 -152 q26 16 56 2"], "#0c0418", 7);
  for (let spot = 0; spot < 7; spot += 1) {
    const [x, y] = [30 + spot * 17, -120 + spot * 66];
    disc(ctx, x, y, 8 - spot * 0.4, `rgba(255,214,150,${0.45 + 0.35 * Math.sin(now * 3 - spot)})`);
  }
  ctx.restore();
}

/** The eye, filling the picture. `open` 0..1; `look` -1..1 moves the slit. */
export function greatEye(stage, { open, look = 0 }) {
  const { now } = stage;
  stage.layer(0.5, () => {
    stage.sprite("deep:skin", { x: -180, y: -180, w: 1080, h: 1640 }, paintSkin, 0.9);
  });
  stage.layer(0.8, (ctx) => {
    const tall = 250 * open;
    const eye = new Path2D(
      `M40 470 C160 ${470 - tall * 1.25} 500 ${470 - tall * 1.35} 700 440 C560 ${470 + tall * 1.1} 200 ${470 + tall * 1.2} 40 470 Z`,
    );
    ctx.save();
    ctx.clip(eye);
    ctx.fillStyle = around(
      ctx,
      [370 + look * 40, 460, 330],
      ["#fffbd0", "#ffd257", "#ff8a2e", "#a32236", "#3a0a2c"],
    );
    ctx.fillRect(0, 100, 760, 760);
    for (let ray = 0; ray < 46; ray += 1) {
      const turn = (ray / 46) * Math.PI * 2 + hash(ray, 3) * 0.1;
      const [from, to] = [70, 150 + hash(ray, 8) * 90];
      strokes(
        ctx,
        [
          `M${370 + look * 40 + Math.cos(turn) * from} ${460 + Math.sin(turn) * from} L${370 + look * 40 + Math.cos(turn) * to} ${460 + Math.sin(turn) * to}`,
        ],
        "rgba(140,30,40,.4)",
        5,
      );
    }
    const slit = 30 + Math.sin(now * 2) * 4;
    cut(
      ctx,
      `M${370 + look * 50} 250 C${370 + look * 50 + slit} 360 ${370 + look * 50 + slit} 560 ${370 + look * 50} 670 C${370 + look * 50 - slit} 560 ${370 + look * 50 - slit} 360 ${370 + look * 50} 250 Z`,
      "#16051c",
    );
    disc(ctx, 440 + look * 40, 380, 26, "rgba(255,255,240,.9)");
    disc(ctx, 300 + look * 40, 380, 12, "rgba(190,250,255,.9)");
    ctx.fillStyle = across(ctx, [0, 470 - tall, 0, 470], ["rgba(20,4,30,.75)", "rgba(20,4,30,0)"]);
    ctx.fillRect(0, 100, 760, 500);
    ctx.restore();
    strokes(ctx, [`M30 474 C160 ${470 - tall * 1.27} 500 ${470 - tall * 1.37} 712 438`], "#0c0418", 18);
    edge(ctx, eye, "rgba(255,220,140,.6)", 3);
    glow(ctx, 370, 460, 560, "255,150,60", open * 0.45);
  });
}

function paintSkin(ctx) {
  ctx.fillStyle = around(ctx, [370, 460, 900], ["#6b2a55", "#471a4c", "#230d38", "#0c051e"]);
  ctx.fillRect(-180, -180, 1080, 1640);
  for (let row = -2; row < 17; row += 1) {
    for (let scale = -2; scale < 9; scale += 1) {
      const x = scale * 110 + (row % 2) * 55;
      const y = 1300 - row * 86;
      const near = Math.hypot(x - 370, (y - 460) * 1.1) / 700;
      ctx.save();
      ctx.shadowColor = "rgba(0,0,10,.5)";
      ctx.shadowBlur = 10;
      ctx.shadowOffsetY = 6;
      ctx.fillStyle = across(
        ctx,
        [x, y - 70, x, y + 60],
        [
          `rgb(${130 - near * 80},${50 - near * 30},${96 - near * 40})`,
          `rgb(${60 - near * 40},${22 - near * 14},${66 - near * 34})`,
        ],
      );
      ctx.beginPath();
      ctx.moveTo(x - 58, y - 40);
      ctx.bezierCurveTo(x - 58, y + 40, x - 20, y + 62, x, y + 70);
      ctx.bezierCurveTo(x + 20, y + 62, x + 58, y + 40, x + 58, y - 40);
      ctx.closePath();
      ctx.fill();
      ctx.restore();
    }
  }
}
