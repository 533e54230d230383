/** The door of number nine and its steps. */
import { glow } from "../stage/light.js";
import { across, around, cut, disc, polygon, sheet, strokes } from "../stage/paper.js";
import { hash } from "../stage/random.js";
import { wideBox } from "./backdrops.js";

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
