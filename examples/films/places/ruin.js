/** The burned tower: its foot, its stair in section, the dust on its floor. */

import { beam, glow } from "../stage/light.js";
import { across, around, cut, disc, polygon, ridge, sheet, strokes } from "../stage/paper.js";
import { cloudStrip, mist, rain, specks } from "../stage/weather.js";
import { wideBox } from "./backdrops.js";
import { tower } from "./lighthouse.js";

/** The tower from its foot, tall against a cold moon. `live` paints on the path, depth 1. */
export function ruinOutside(stage, { live, wet = 0.5 }) {
  const { now } = stage;
  stage.layer(0.08, () => {
    stage.sprite(
      "ruin:sky",
      wideBox,
      (ctx) => {
        ctx.fillStyle = around(ctx, [360, 420, 900], ["#e6fbff", "#9fdbe6", "#3f86ac", "#1c4478", "#0a1536"]);
        ctx.fillRect(wideBox.x, wideBox.y, wideBox.w, wideBox.h);
        disc(ctx, 360, 380, 220, "rgba(255,255,255,.25)");
        disc(ctx, 360, 380, 168, "#f3feff");
        for (const [x, y, length] of [
          [80, 330, 460],
          [640, 250, 420],
          [610, 520, 420],
          [120, 560, 340],
        ])
          cloudStrip(ctx, x, y, length, "#3f7fa8");
      },
      0.6,
    );
  });
  stage.layer(0.55, () => {
    stage.sprite(
      "ruin:tower",
      { x: 40, y: -140, w: 640, h: 1240 },
      (ctx) => {
        ctx.translate(380, 960);
        tower(ctx, { size: 1.62, wall: ["#3b6f98", "#0b1738"], trim: "#0a1330", ruin: true });
      },
      0.9,
    );
  });
  stage.layer(0.8, () => {
    stage.sprite(
      "ruin:rock",
      wideBox,
      (ctx) => {
        sheet(
          ctx,
          ridge((x) => 930 - 70 * Math.sin((x + 40) * 0.006) + 18 * Math.sin(x * 0.05)),
          across(ctx, [0, 860, 0, 1300], ["#255079", "#081229"]),
          { lift: 18 },
        );
        for (const [x, h] of [
          [70, 150],
          [600, 210],
          [660, 120],
        ])
          strokes(
            ctx,
            [
              `M${x} 960 C${x - 8} ${960 - h * 0.5} ${x + 20} ${960 - h * 0.7} ${x + 8} ${960 - h}`,
              `M${x + 4} ${960 - h * 0.5} l34 -50`,
              `M${x + 8} ${960 - h * 0.7} l-36 -34`,
            ],
            "#0a1330",
            9,
          );
      },
      0.9,
    );
  });
  stage.layer(1, (ctx) => {
    live?.(ctx);
    mist(ctx, now, { y: 980, colour: "210,240,255", strength: 0.2 });
  });
  stage.layer(1.25, (ctx) =>
    cut(
      ctx,
      ridge((x) => 1120 + 30 * Math.sin(x * 0.011 + 1) + 10 * Math.sin(x * 0.06)),
      "#050b20",
    ),
  );
  if (wet) rain(stage.ctx, now, { strength: wet });
}

/** Where the treads of the stair are: `climb` in steps gives the point to stand on. */
export const tread = (climb) => ({ x: 40 + climb * 92, y: 1010 - climb * 74 });

/** The stair inside, cut open. `glowAt` is the lantern's place; `prints` how many footprints show. */
export function stair(stage, { glowAt, prints = 8, live }) {
  const { now } = stage;
  stage.layer(0.3, (ctx) => {
    stage.sprite("ruin:wall", wideBox, paintWall, 0.8);
    beam(ctx, 600, 120, { angle: 2.25, length: 1200, spread: 0.16, colour: "190,240,255", strength: 0.55 });
    glow(ctx, glowAt.x, glowAt.y, 620, "255,180,96", 0.75);
  });
  stage.layer(1, (ctx) => {
    stage.sprite("ruin:stair", wideBox, paintStair, 0.9);
    for (let print = 0; print < prints; print += 1)
      footprint(ctx, tread(print + 0.35 + (print % 2) * 0.22), 0.5);
    live?.(ctx);
  });
  stage.layer(1.3, (ctx) => {
    stage.sprite("ruin:beams", wideBox, paintBeams, 0.8);
    specks(ctx, now, { count: 40, colour: "#ffe6bd", speed: 14, size: 3.4, seed: 4 });
  });
}

function paintWall(ctx) {
  ctx.fillStyle = around(ctx, [560, 260, 980], ["#9fd6e2", "#3f7d9f", "#1d3f6b", "#0b1634"]);
  ctx.fillRect(wideBox.x, wideBox.y, wideBox.w, wideBox.h);
  for (let row = 0; row < 20; row += 1) {
    for (let brick = 0; brick < 9; brick += 1) {
      if ((row * 7 + brick * 5) % 3 === 0) continue;
      const x = -180 + brick * 130 + (row % 2) * 60;
      ctx.fillStyle = `rgba(6,12,40,${0.08 + ((row * 13 + brick * 7) % 5) * 0.03})`;
      ctx.beginPath();
      ctx.roundRect(x, -170 + row * 82, 112, 66, 8);
      ctx.fill();
    }
  }
  sheet(
    ctx,
    "M520 330 V130 a80 80 0 0 1 160 0 V330 Z",
    across(ctx, [0, 60, 0, 330], ["#f2ffff", "#a8e2ee"]),
    { lift: 0 },
  );
  strokes(ctx, ["M600 60 V330", "M520 190 H680"], "#12244c", 9);
  strokes(ctx, ["M520 330 V130 a80 80 0 0 1 160 0 V330"], "#12244c", 16);
}

function paintStair(ctx) {
  const points = [[-200, 1600]];
  for (let step = -3; step <= 9; step += 1) {
    const { x, y } = tread(step);
    points.push([x - 6, y + 74], [x - 10, y], [x + 92, y]);
  }
  points.push([940, 1600]);
  sheet(ctx, polygon(points), across(ctx, [0, 400, 0, 1300], ["#2c5682", "#132a54", "#070d24"]), {
    lift: 26,
  });
  for (let step = -3; step <= 9; step += 1) {
    const { x, y } = tread(step);
    cut(
      ctx,
      polygon([
        [x - 10, y],
        [x + 92, y],
        [x + 86, y + 10],
        [x - 4, y + 10],
      ]),
      "rgba(255,214,150,.55)",
    );
    cut(
      ctx,
      polygon([
        [x - 8, y + 14],
        [x + 84, y + 14],
        [x + 78, y + 70],
        [x - 6, y + 70],
      ]),
      "rgba(0,4,24,.22)",
    );
  }
}

function paintBeams(ctx) {
  for (const [x, y, w, h, turn] of [
    [-260, -40, 560, 54, 0.42],
    [430, -190, 620, 46, 1.02],
    [-200, 1060, 520, 60, -0.3],
  ]) {
    ctx.save();
    ctx.translate(x, y);
    ctx.rotate(turn);
    sheet(
      ctx,
      polygon([
        [0, 0],
        [w, 8],
        [w - 22, h * 0.5],
        [w + 8, h],
        [0, h - 6],
      ]),
      across(ctx, [0, 0, 0, h], ["#16224a", "#050a1e"]),
      { lift: 22 },
    );
    ctx.restore();
  }
}

/** One footprint in the dust. */
export function footprint(ctx, { x, y }, size = 1, alpha = 0.85) {
  ctx.save();
  ctx.translate(x, y);
  ctx.scale(size, size * 0.42);
  ctx.fillStyle = `rgba(8,12,40,${alpha})`;
  ctx.beginPath();
  ctx.ellipse(0, 0, 46, 26, 0, 0, Math.PI * 2);
  ctx.ellipse(-62, 4, 22, 22, 0, 0, Math.PI * 2);
  ctx.fill();
  ctx.restore();
}
