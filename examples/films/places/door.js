/** The keeper's kitchen at night, with the door that opens on the storm. */

import { glow } from "../stage/light.js";
import { across, around, cut, disc, polygon, sheet, strokes } from "../stage/paper.js";
import { rain } from "../stage/weather.js";
import { wideBox } from "./backdrops.js";
import { lantern } from "./props.js";

/** Paints the kitchen. `open` 0..1 swings the door; `outside` paints what stands there, in stage pixels. */
export function kitchen(stage, { open = 0, colour = "170,240,150", outside, warm = 1 }) {
  const { now } = stage;
  stage.layer(0.6, (ctx) => {
    ctx.save();
    ctx.beginPath();
    ctx.rect(330, 210, 310, 720);
    ctx.clip();
    ctx.fillStyle = around(ctx, [500, 520, 480], [`rgba(${colour},1)`, "#4a8f86", "#143048", "#0a1430"]);
    ctx.fillRect(330, 210, 310, 720);
    rain(ctx, now, { strength: 0.9, seed: 4 });
    outside?.(ctx);
    ctx.restore();
    if (open > 0) glow(ctx, 490, 560, 620, colour, open * 0.5);
  });
  stage.layer(0.6, (ctx) => {
    const swing = 310 * (1 - open * 0.86);
    const tall = 24 * open;
    const leaf = polygon([
      [330, 210],
      [330 + swing, 210 - tall],
      [330 + swing, 930 + tall],
      [330, 930],
    ]);
    cut(ctx, leaf, across(ctx, [330, 0, 330 + swing, 0], ["#2c1a30", "#5a3440"]));
    for (let plank = 1; plank < 5; plank += 1)
      strokes(
        ctx,
        [`M${330 + (swing * plank) / 5} ${212 - (tall * plank) / 5} V${928 + (tall * plank) / 5}`],
        "rgba(0,0,0,.4)",
        4,
      );
    for (const y of [320, 800])
      cut(
        ctx,
        polygon([
          [330, y],
          [330 + swing * 0.8, y - tall * 0.5],
          [330 + swing * 0.8, y + 30 - tall * 0.5],
          [330, y + 30],
        ]),
        "#170f22",
      );
    disc(ctx, 330 + swing * 0.88, 580, 13, "#e0a860");
  });
  stage.layer(0.62, () => stage.sprite("kitchen:wall", wideBox, paintWall, 0.9));
  stage.layer(0.7, (ctx) => {
    if (open > 0) {
      const wedge = polygon([
        [336, 930],
        [634, 930],
        [634 - 420 * open, 1500],
        [-260 * open + 100, 1500],
      ]);
      cut(
        ctx,
        wedge,
        across(ctx, [0, 930, 0, 1400], [`rgba(${colour},${0.55 * open})`, `rgba(${colour},0)`]),
      );
    }
    ctx.save();
    ctx.translate(150, 150);
    ctx.rotate(Math.sin(now * 1.6) * 0.05 * (1 + open));
    strokes(ctx, ["M0 -400 V10"], "#120c20", 4);
    lantern(ctx, { size: 1.25, lit: warm });
    ctx.restore();
    glow(ctx, 150, 260, 640, "255,178,90", 0.75 * warm);
  });
}

function paintWall(ctx) {
  const wall = new Path2D();
  wall.rect(-180, -180, 1080, 1112);
  wall.roundRect(330, 210, 310, 740, 8);
  ctx.save();
  ctx.shadowColor = "rgba(0,0,10,.7)";
  ctx.shadowBlur = 24;
  ctx.fillStyle = around(ctx, [150, 260, 760], ["#e58f52", "#8f4448", "#43234a", "#191231"]);
  ctx.fill(wall, "evenodd");
  ctx.restore();
  for (let plank = 0; plank < 7; plank += 1)
    strokes(ctx, [`M-180 ${20 + plank * 150} H326 M644 ${20 + plank * 150} H900`], "rgba(20,5,30,.28)", 4);
  sheet(
    ctx,
    polygon([
      [300, 190],
      [670, 190],
      [670, 214],
      [300, 214],
    ]),
    "#2a1830",
    { lift: 10 },
  );
  sheet(
    ctx,
    polygon([
      [304, 210],
      [334, 210],
      [334, 940],
      [300, 940],
    ]),
    "#2a1830",
    { lift: 10 },
  );
  sheet(
    ctx,
    polygon([
      [636, 210],
      [668, 210],
      [672, 940],
      [636, 940],
    ]),
    "#2a1830",
    { lift: 10 },
  );
  sheet(
    ctx,
    polygon([
      [-180, 932],
      [900, 932],
      [900, 1500],
      [-180, 1500],
    ]),
    across(ctx, [0, 930, 0, 1300], ["#4a2840", "#120c22"]),
    { lift: 8 },
  );
  for (const x of [-60, 120, 330, 560, 760])
    strokes(ctx, [`M${360 + (x - 360) * 0.8} 936 L${360 + (x - 360) * 2} 1460`], "rgba(0,0,0,.3)", 5);
  sheet(
    ctx,
    polygon([
      [20, 470],
      [270, 470],
      [270, 486],
      [20, 486],
    ]),
    "#2a1830",
    { lift: 10 },
  );
  for (const [x, h, tone] of [
    [50, 60, "#c9774a"],
    [100, 84, "#7d3d48"],
    [146, 50, "#e0a860"],
    [204, 72, "#5a3050"],
  ])
    sheet(ctx, `M${x} 470 v-${h} q18 -12 36 0 v${h} Z`, tone, { lift: 5 });
}
