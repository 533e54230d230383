/** The canal town of Paper Tide in the morning: houses on water, washing lines, paper boats, a rowing postwoman. */

import { figure } from "../cast/figure.js";
import { across, cut, disc, polygon, strokes } from "../stage/paper.js";
import { hash } from "../stage/random.js";
import { cloudStrip, sea } from "../stage/weather.js";
import { wideBox } from "./backdrops.js";
import { paintRow } from "./canal-houses.js";
import { boat } from "./props.js";

/** Paints the canal. `rower` sits in the post boat at `x`; `live` paints over it in stage pixels. */
export function canal(stage, { rower, x = 340, y = 900, live }) {
  const { now } = stage;
  stage.layer(0.06, () => {
    stage.sprite(
      "canal:sky",
      wideBox,
      (ctx) => {
        ctx.fillStyle = across(
          ctx,
          [0, -120, 0, 860],
          ["#3fa7a8", "#8fd0c0", "#ffe9bd", "#ffc08a", "#f58f7d"],
        );
        ctx.fillRect(wideBox.x, wideBox.y, wideBox.w, wideBox.h);
        for (const [radius, alpha] of [
          [260, 0.16],
          [190, 0.22],
          [130, 0.34],
        ])
          disc(ctx, 380, 560, radius, `rgba(255,250,225,${alpha})`);
        disc(ctx, 380, 560, 84, "#fffbe8");
        for (const [cx, cy, length] of [
          [90, 190, 420],
          [600, 120, 380],
          [520, 320, 340],
          [120, 380, 300],
        ])
          cloudStrip(ctx, cx, cy, length, "#fff3d8");
      },
      0.6,
    );
  });
  stage.layer(0.22, () =>
    stage.sprite(
      "canal:far",
      wideBox,
      (ctx) => paintRow(ctx, { base: 800, tall: 230, seed: 3, gap: [290, 470], fade: 0.55 }),
      0.75,
    ),
  );
  stage.layer(0.4, () =>
    stage.sprite(
      "canal:middle",
      wideBox,
      (ctx) => paintRow(ctx, { base: 842, tall: 420, seed: 8, gap: [210, 545], fade: 0.25 }),
      0.8,
    ),
  );
  stage.layer(0.45, (ctx) => gullsInSky(ctx, now));
  stage.layer(0.55, (ctx) => {
    sea(ctx, now, {
      top: 806,
      bottom: 900,
      colours: [
        ["#ffd9a8", "#5fb3b0"],
        ["#8fd0c0", "#2c9298"],
      ],
      height: 9,
      crest: "rgba(255,255,255,.4)",
      reach: 0.6,
    });
    for (let row = 0; row < 7; row += 1) {
      ctx.fillStyle = `rgba(255,250,220,${0.6 - row * 0.07})`;
      ctx.beginPath();
      ctx.ellipse(
        380 + Math.sin(now * 1.6 + row) * 8,
        822 + row * 22,
        70 + row * 12 + Math.sin(now * 3 + row * 2) * 12,
        4,
        0,
        0,
        Math.PI * 2,
      );
      ctx.fill();
    }
  });
  stage.layer(0.7, (ctx) => {
    stage.sprite(
      "canal:near",
      wideBox,
      (paper) => paintRow(paper, { base: 960, tall: 640, seed: 14, gap: [96, 632], fade: 0 }),
      0.9,
    );
    washing(ctx, now);
  });
  stage.layer(1, (ctx) => {
    if (rower) postBoat(stage, rower, x, y);
    live?.(ctx);
  });
  stage.layer(1.08, (ctx) => {
    sea(ctx, now, {
      top: y + 36,
      bottom: y + 260,
      colours: [
        ["#3fb0a8", "#1c7683"],
        ["#25909a", "#14586c"],
        ["#187485", "#0d3f56"],
      ],
      height: 15,
      crest: "rgba(255,244,214,.45)",
      reach: 0.7,
    });
    for (const [px, py, size] of [
      [90, y + 120, 0.8],
      [600, y + 96, 0.62],
    ])
      paperBoat(ctx, px + Math.sin(now * 0.7 + px) * 14, py + Math.sin(now * 1.8 + px) * 5, size);
  });
}

/** A boat folded from paper. */
export function paperBoat(ctx, x, y, size = 1, tone = "#fff6e2") {
  ctx.save();
  ctx.translate(x, y);
  ctx.scale(size, size);
  cut(ctx, "M-80 -34 L84 -34 L4 -12 Z", "#c99a7c");
  cut(ctx, "M-34 -20 L4 -86 L38 -20 Z", "#e9c3a0");
  cut(ctx, "M4 -86 L38 -20 L4 -20 Z", tone);
  cut(ctx, "M-80 -34 L-48 22 L50 22 L84 -34 L4 -14 Z", tone);
  cut(ctx, "M-80 -34 L-48 22 L4 22 L4 -14 Z", "#efd0ae");
  ctx.restore();
}

function postBoat(stage, rower, x, y) {
  const { ctx, now } = stage;
  const stroke = Math.sin(now * 1.9);
  ctx.save();
  ctx.translate(x, y + Math.sin(now * 1.6) * 5);
  ctx.rotate(Math.sin(now * 1.6 + 0.6) * 0.022);
  ctx.scale(1.12, 1.12);
  figure(stage, rower, {
    x: -30,
    y: 156,
    h: 450,
    arm: 0.9 + stroke * 0.25,
    lean: stroke * 0.06,
    light: "morning",
  });
  for (const [bx, by, tone] of [
    [-150, -70, "#e7a36c"],
    [-110, -96, "#fff0d4"],
    [110, -74, "#fff0d4"],
    [150, -88, "#e85d75"],
  ]) {
    cut(
      ctx,
      polygon([
        [bx - 32, by - 24],
        [bx + 34, by - 28],
        [bx + 36, by + 30],
        [bx - 32, by + 30],
      ]),
      tone,
    );
    strokes(ctx, [`M${bx} ${by - 26} V${by + 30}`], "rgba(80,20,60,.35)", 3);
  }
  boat(ctx, { from: "#e8556f", to: "#7b2450", rim: "rgba(255,236,200,.9)" });
  strokes(ctx, [`M-60 -120 L${150 + stroke * 16} 70`], "#7a4030", 8);
  cut(
    ctx,
    polygon([
      [-224, -66],
      [-224, -176],
      [-160, -150],
      [-218, -124],
    ]),
    "#ffe2a0",
  );
  ctx.restore();
}

function gullsInSky(ctx, now) {
  for (let gull = 0; gull < 4; gull += 1) {
    const x = ((hash(gull, 3) * 900 + now * (30 + gull * 8)) % 1000) - 140;
    const y = 260 + hash(gull, 5) * 240 + Math.sin(now + gull) * 14;
    const flap = Math.sin(now * 5 + gull * 2) * 10;
    strokes(
      ctx,
      [`M${x - 26} ${y - flap} Q${x - 10} ${y - 12} ${x} ${y} Q${x + 10} ${y - 12} ${x + 26} ${y - flap}`],
      "#fffaf0",
      5,
    );
  }
}

function washing(ctx, now) {
  const line = (x) => 352 + 40 * Math.sin(((x - 90) / 545) * Math.PI);
  strokes(ctx, ["M90 352 Q362 432 636 352"], "#6b2f4f", 3);
  for (const [x, w, h, tone] of [
    [180, 66, 92, "#fff6e2"],
    [270, 50, 120, "#e85d75"],
    [345, 84, 76, "#ffd08a"],
    [455, 56, 110, "#2fa3a0"],
    [530, 44, 70, "#fff6e2"],
  ]) {
    const blow = Math.sin(now * 1.8 + x) * 9;
    const y = line(x + w / 2);
    cut(
      ctx,
      `M${x} ${y} L${x + w} ${y} C${x + w + blow} ${y + h * 0.5} ${x + w + blow * 1.4} ${y + h * 0.8} ${x + w + blow} ${y + h} C${x + w * 0.6 + blow} ${y + h + 8} ${x + w * 0.4 + blow} ${y + h - 8} ${x + blow} ${y + h} C${x + blow * 0.5} ${y + h * 0.6} ${x} ${y + h * 0.3} ${x} ${y} Z`,
      tone,
    );
  }
}
