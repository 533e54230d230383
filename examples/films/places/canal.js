/** The canal town of Paper Tide in the morning: houses on water, washing lines, paper boats, a rowing postwoman. */

import { figure } from "../cast/figure.js";
import { glow } from "../stage/light.js";
import { across, around, cut, disc, polygon, sheet, strokes } from "../stage/paper.js";
import { hash } from "../stage/random.js";
import { cloudStrip, sea } from "../stage/weather.js";
import { wideBox } from "./backdrops.js";
import { boat } from "./props.js";

const walls = [
  ["#f6b98a", "#d9746c"],
  ["#f2d3a2", "#dd9273"],
  ["#e98f86", "#b3527a"],
  ["#9fd3c0", "#4a98a0"],
  ["#f4c6b0", "#cf7f86"],
];

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

function paintRow(ctx, { base, tall, seed, gap, fade }) {
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

/** The door of number nine from the water steps. `open` 0..1; `inside` paints what stands in it. */
export function numberNine(stage, { open = 0, inside }) {
  stage.layer(0.7, (ctx) => {
    ctx.save();
    ctx.beginPath();
    ctx.roundRect(250, 210, 330, 760, [165, 165, 0, 0]);
    ctx.clip();
    ctx.fillStyle = around(ctx, [415, 520, 480], ["#fffbe0", "#ffd98f", "#f0956c", "#8a3f63"]);
    ctx.fillRect(240, 200, 350, 780);
    inside?.(ctx);
    const swing = 330 * (1 - open * 0.88);
    if (open < 0.99) {
      const tall = open * 26;
      cut(
        ctx,
        polygon([
          [250, 150],
          [250 + swing, 150 - tall],
          [250 + swing, 990 + tall],
          [250, 990],
        ]),
        across(ctx, [250, 0, 250 + swing, 0], ["#0f5a66", "#2aa7a1"]),
      );
      for (const [y, h] of [
        [360, 220],
        [640, 240],
      ]) {
        ctx.strokeStyle = "rgba(5,50,60,.5)";
        ctx.lineWidth = 6;
        ctx.strokeRect(250 + swing * 0.14, y, swing * 0.3, h);
        ctx.strokeRect(250 + swing * 0.56, y, swing * 0.3, h);
      }
      disc(ctx, 250 + swing * 0.9, 620, 14, "#ffe2a0");
      ctx.save();
      ctx.translate(250 + swing * 0.5, 318);
      ctx.scale(1 - open * 0.88, 1);
      disc(ctx, 0, 0, 17, "#ffe2a0");
      disc(ctx, 0, 0, 8, "#1c7683");
      strokes(ctx, ["M13 2 C14 26 4 38 -8 42"], "#ffe2a0", 9);
      ctx.restore();
    }
    ctx.restore();
    if (open > 0) glow(ctx, 415, 560, 620, "255,214,140", open * 0.5);
  });
  stage.layer(0.72, () => stage.sprite("nine:wall", wideBox, paintNineWall, 0.9));
}

function paintNineWall(ctx) {
  const wall = new Path2D();
  wall.rect(-180, -180, 1080, 1640);
  wall.roundRect(250, 210, 330, 760, [165, 165, 0, 0]);
  ctx.save();
  ctx.shadowColor = "rgba(60,10,50,.6)";
  ctx.shadowBlur = 24;
  ctx.fillStyle = around(ctx, [520, 300, 900], ["#ffc894", "#f0937c", "#c9606f", "#7c3760"]);
  ctx.fill(wall, "evenodd");
  ctx.restore();
  strokes(ctx, ["M236 970 V375 a179 179 0 0 1 358 0 V970"], "#fff0d4", 20);
  for (const [x, y, w] of [
    [20, 160, 120],
    [90, 420, 90],
    [640, 240, 110],
    [10, 700, 130],
    [650, 640, 90],
  ])
    sheet(
      ctx,
      polygon([
        [x, y],
        [x + w, y],
        [x + w, y + 34],
        [x, y + 34],
      ]),
      "rgba(150,60,80,.35)",
      { lift: 0 },
    );
  for (let leaf = 0; leaf < 46; leaf += 1) {
    const [x, y] = [610 + hash(leaf, 2) * 150, -60 + leaf * 17];
    sheet(ctx, `M${x} ${y} q26 -22 44 6 q-26 22 -44 -6 Z`, leaf % 3 ? "#1f8a84" : "#125a66", { lift: 5 });
    if (leaf % 7 === 0) disc(ctx, x + 14, y + 16, 11, "#fff0d4");
  }
  for (let step = 0; step < 4; step += 1)
    sheet(
      ctx,
      polygon([
        [170 - step * 70, 970 + step * 62],
        [660 + step * 70, 970 + step * 62],
        [680 + step * 70, 1500],
        [150 - step * 70, 1500],
      ]),
      across(ctx, [0, 960 + step * 62, 0, 1060 + step * 62], ["#f5cfa8", "#a8647a"]),
      { lift: 12, shade: "rgba(60,10,50,.5)" },
    );
}
