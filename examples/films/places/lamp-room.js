/** The lamp room at the top of the tower: the great lens, iron windows, rain on the glass. */

import { beam, glow, rings } from "../stage/light.js";
import { across, around, cut, polygon, sheet, strokes } from "../stage/paper.js";
import { rain, specks } from "../stage/weather.js";
import { wideBox } from "./backdrops.js";

/** Middle of the lens. */
export const lens = { x: 360, y: 400 };

/** Paints the room. `lit` 0..1 is the lamp; `turn` in radians turns the lens; `colour` its light. */
export function lampRoom(stage, { lit = 1, turn = 0, colour = "255,196,110", wet = 0.8 }) {
  const { ctx, now } = stage;
  stage.layer(0.1, () => {
    stage.sprite(
      "lamp-room:night",
      wideBox,
      (paper) => {
        paper.fillStyle = across(
          paper,
          [0, -100, 0, 1100],
          ["#0a1030", "#1b2f6c", "#3f6fa0", "#22406f", "#0b1230"],
        );
        paper.fillRect(wideBox.x, wideBox.y, wideBox.w, wideBox.h);
      },
      0.5,
    );
  });
  if (wet) rain(ctx, now, { strength: wet * 0.7, seed: 3 });
  stage.layer(0.35, () => {
    if (lit > 0.02) {
      ctx.globalAlpha = Math.min(1, lit);
      stage.sprite(
        `lamp-room:warm:${colour}`,
        wideBox,
        (paper) => {
          paper.fillStyle = around(
            paper,
            [lens.x, lens.y, 820],
            [`rgba(${colour},.95)`, `rgba(${colour},.55)`, "rgba(160,60,60,.28)", "rgba(30,10,50,0)"],
          );
          paper.fillRect(wideBox.x, wideBox.y, wideBox.w, wideBox.h);
        },
        0.5,
      );
      ctx.globalAlpha = 1;
    }
    for (const side of [0, Math.PI])
      beam(ctx, lens.x, lens.y, {
        angle: turn * 0.5 + side,
        length: 1000,
        spread: 0.2,
        colour,
        strength: lit * 0.5,
      });
  });
  stage.layer(0.5, () => stage.sprite("lamp-room:frames", wideBox, paintFrames, 0.9));
  stage.layer(0.7, () => {
    stage.sprite("lamp-room:lens", { x: 160, y: 90, w: 400, h: 1000 }, paintLens, 1);
    facets(ctx, turn, lit, colour);
    glow(ctx, lens.x, lens.y, 460, colour, lit);
    rings(ctx, lens.x, lens.y, { radius: 128, count: 5, colour, strength: lit });
  });
  if (lit > 0.2)
    specks(ctx, now, { count: 22, colour: "#ffe9b8", speed: -18, size: 3, area: [0, 150, 720, 800] });
}

function paintFrames(ctx) {
  const dark = across(ctx, [0, -100, 0, 1200], ["#0a0d26", "#1a1c48", "#0a0c22"]);
  const frame = new Path2D();
  frame.rect(-180, -180, 1080, 1640);
  for (const [x, w] of [
    [-150, 190],
    [64, 170],
    [262, 196],
    [486, 170],
    [680, 190],
  ])
    frame.roundRect(x, 40, w, 690, 84);
  ctx.save();
  ctx.shadowColor = "rgba(0,0,10,.6)";
  ctx.shadowBlur = 26;
  ctx.fillStyle = dark;
  ctx.fill(frame, "evenodd");
  ctx.restore();
  for (const y of [250, 480])
    sheet(
      ctx,
      polygon([
        [-180, y],
        [900, y],
        [900, y + 12],
        [-180, y + 12],
      ]),
      "#14163a",
      { lift: 6 },
    );
  sheet(
    ctx,
    polygon([
      [-180, 760],
      [900, 760],
      [900, 790],
      [-180, 790],
    ]),
    "#23204c",
    { lift: 12 },
  );
}

function paintLens(ctx) {
  sheet(
    ctx,
    polygon([
      [300, 560],
      [420, 560],
      [450, 1090],
      [270, 1090],
    ]),
    across(ctx, [440, 0, 280, 0], ["#5a3450", "#17112e"]),
    { lift: 16 },
  );
  sheet(
    ctx,
    polygon([
      [236, 552],
      [484, 552],
      [456, 596],
      [264, 596],
    ]),
    across(ctx, [470, 0, 250, 0], ["#8a4f4c", "#24163a"]),
    { lift: 12 },
  );
  sheet(
    ctx,
    polygon([
      [250, 252],
      [470, 252],
      [430, 196],
      [380, 186],
      [376, 150],
      [344, 150],
      [340, 186],
      [290, 196],
    ]),
    across(ctx, [460, 0, 260, 0], ["#8a4f4c", "#24163a"]),
    { lift: 12 },
  );
  strokes(ctx, ["M262 252 C206 350 206 460 262 552", "M458 252 C514 350 514 460 458 552"], "#2b1a3c", 11);
}

function facets(ctx, turn, lit, colour) {
  for (let bar = 0; bar < 6; bar += 1) {
    const angle = turn + (bar / 6) * Math.PI;
    const x = Math.sin(angle);
    const path = `M${360 + x * 96} 256 C${360 + x * 150} 350 ${360 + x * 150} 456 ${360 + x * 96} 550`;
    strokes(ctx, [path], lit > 0.05 ? `rgba(${colour},${0.25 + 0.3 * lit})` : "rgba(150,170,230,.2)", 4);
  }
  cut(
    ctx,
    "M340 470 C336 420 352 380 360 350 C368 380 384 420 380 470 Z",
    lit > 0.05 ? `rgba(255,252,230,${Math.min(1, lit)})` : "rgba(120,140,200,.25)",
  );
  for (const y of [300, 350, 450, 500])
    strokes(ctx, [`M236 ${y} C300 ${y + 14} 420 ${y + 14} 484 ${y}`], "rgba(255,236,190,.2)", 3);
}
