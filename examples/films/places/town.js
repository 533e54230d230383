/** The harbour town on its hill: roofs behind roofs, windows that light up one by one. */

import { glow } from "../stage/light.js";
import { across, cut, polygon, sheet } from "../stage/paper.js";
import { createRandom, hash } from "../stage/random.js";
import { cloudStrip, rain } from "../stage/weather.js";
import { wideBox } from "./backdrops.js";

const rows = Array.from({ length: 6 }, (_, row) => houses(row));

function houses(row) {
  const random = createRandom(row * 17 + 5);
  const list = [];
  for (let x = -200; x < 900; ) {
    const w = 92 + random() * 80 + row * 10;
    const y = 500 + row * 116 - Math.cos((x - 300) * 0.004) * 110 + random() * 50;
    list.push({
      x,
      w,
      y,
      roof: 50 + random() * 70,
      chimney: random() > 0.4,
      lamps: 1 + Math.floor(random() * 3),
    });
    x += w * 0.94;
  }
  return list;
}

/** Paints the town. `awake` 0..1 is how many windows are lit. */
export function town(stage, { awake = 0, wet = 0.6 }) {
  const { now } = stage;
  stage.layer(0.1, () => {
    stage.sprite(
      "town:sky",
      wideBox,
      (ctx) => {
        ctx.fillStyle = across(ctx, [0, -100, 0, 700], ["#101640", "#2b4390", "#7f9bd0", "#ffc59a"]);
        ctx.fillRect(wideBox.x, wideBox.y, wideBox.w, wideBox.h);
        for (const [x, y, length] of [
          [100, 160, 460],
          [600, 250, 420],
          [300, 330, 380],
        ])
          cloudStrip(ctx, x, y, length, "#263c7c");
      },
      0.6,
    );
  });
  rows.forEach((row, index) => {
    stage.layer(0.25 + index * 0.16, (ctx) => {
      stage.sprite(`town:${index}`, wideBox, (paper) => paintRow(paper, row, index), 0.75);
      row.forEach((house, number) => {
        const lit = awake * 1.15 > 0.1 + hash(number + index * 40, 6) * 0.95;
        if (!lit) return;
        for (let lamp = 0; lamp < house.lamps; lamp += 1) {
          const [x, y] = [
            house.x + (house.w * (lamp + 0.7)) / (house.lamps + 0.6),
            house.y + 30 + (lamp % 2) * 12,
          ];
          cut(ctx, `M${x} ${y + 34} v-30 a12 12 0 0 1 24 0 v30 Z`, "#ffe9b0");
        }
        glow(ctx, house.x + house.w / 2, house.y + 46, 130, "255,180,90", 0.62);
      });
    });
  });
  if (wet) rain(stage.ctx, now, { strength: wet });
}

function paintRow(ctx, row, index) {
  const wall = ["#7d8cc4", "#6272b4", "#4c5ba0", "#3a4788", "#2a356c", "#1c254f"][index];
  const roof = ["#5566ae", "#43529a", "#333f82", "#262f68", "#1a214e", "#10152f"][index];
  for (const { x, w, y, roof: tall, chimney } of row) {
    sheet(
      ctx,
      polygon([
        [x, y],
        [x + w, y],
        [x + w, 1500],
        [x, 1500],
      ]),
      across(ctx, [x + w, y, x, y + 300], [wall, roof]),
      { lift: 10 },
    );
    if (chimney)
      sheet(
        ctx,
        polygon([
          [x + w * 0.66, y - tall * 0.3],
          [x + w * 0.66, y - tall - 22],
          [x + w * 0.82, y - tall - 20],
          [x + w * 0.82, y],
        ]),
        roof,
        { lift: 6 },
      );
    sheet(
      ctx,
      polygon([
        [x - 14, y + 8],
        [x + w * 0.46, y - tall],
        [x + w + 14, y + 8],
      ]),
      roof,
      { lift: 12 },
    );
  }
}
