/** On the bay in a small boat: from the side, and from below. */

import { figure } from "../cast/figure.js";
import { glow } from "../stage/light.js";
import { across, cut, disc, polygon, strokes } from "../stage/paper.js";
import { cloudStrip, mist, rain, sea } from "../stage/weather.js";
import { wideBox } from "./backdrops.js";
import { boat, lantern } from "./props.js";

/** The boat seen from the side under a low sky; `rower` is a character; `inBoat` paints in boat units over it. */
export function openWater(
  stage,
  {
    rower,
    x = 350,
    y = 800,
    size = 1.15,
    sky = ["#0a0f30", "#1f3a78", "#5b93b3", "#f7c58e"],
    light = "amber",
    wet = 0.6,
    inBoat,
    rowing = true,
  },
) {
  const { now } = stage;
  const heave = Math.sin(now * 1.5) * 8;
  stage.layer(0.08, () => {
    stage.sprite(
      `bay:${sky[1]}`,
      wideBox,
      (ctx) => {
        ctx.fillStyle = across(ctx, [0, -60, 0, 740], sky);
        ctx.fillRect(wideBox.x, wideBox.y, wideBox.w, wideBox.h);
        disc(ctx, 540, 300, 150, "rgba(255,240,210,.10)");
        disc(ctx, 540, 300, 106, "rgba(255,240,210,.14)");
        disc(ctx, 540, 300, 66, "#fff3d2");
        for (const [cx, cy, length] of [
          [120, 420, 480],
          [560, 400, 360],
          [420, 560, 520],
          [60, 220, 420],
          [660, 150, 400],
        ])
          cloudStrip(ctx, cx, cy, length, sky[1]);
      },
      0.6,
    );
  });
  stage.layer(0.5, (ctx) =>
    sea(ctx, now, {
      top: 720,
      bottom: 800,
      colours: [
        ["#4f86a3", "#16305e"],
        ["#2f5f8a", "#122550"],
      ],
      height: 14,
    }),
  );
  stage.layer(1, (ctx) => {
    ctx.save();
    ctx.translate(x, y + heave);
    ctx.rotate(Math.sin(now * 1.5 + 0.8) * 0.03);
    const stroke = rowing ? Math.sin(now * 2.1) : 0.2;
    ctx.save();
    ctx.scale(size, size);
    figure(stage, rower, { x: -20, y: 150, h: 440, arm: 0.9 + stroke * 0.25, lean: stroke * 0.07, light });
    ctx.restore();
    boat(ctx, { size });
    ctx.save();
    ctx.scale(size, size);
    if (rowing) oar(ctx, stroke);
    strokes(ctx, ["M196 -74 C230 -190 250 -210 262 -196"], "#1a1026", 8);
    ctx.translate(262, -196);
    ctx.rotate(Math.sin(now * 2) * 0.1);
    lantern(ctx, { size: 0.72 });
    glow(ctx, 0, 60, 420, "255,184,96", 0.8);
    ctx.restore();
    ctx.save();
    ctx.scale(size, size);
    inBoat?.(ctx);
    ctx.restore();
    ctx.restore();
  });
  stage.layer(1.05, (ctx) => {
    for (let row = 0; row < 6; row += 1) {
      ctx.fillStyle = `rgba(255,190,110,${0.3 - row * 0.045})`;
      ctx.beginPath();
      ctx.ellipse(
        x + 300 * size * 0.8 + Math.sin(now * 2 + row) * 14,
        y + 70 + row * 34,
        60 + row * 20,
        5,
        0,
        0,
        Math.PI * 2,
      );
      ctx.fill();
    }
    sea(ctx, now, {
      top: y + 40,
      bottom: y + 260,
      colours: [
        ["#22487c", "#0d1c44"],
        ["#173464", "#0a1636"],
        ["#0f2248", "#060b22"],
      ],
      height: 20,
      crest: "rgba(255,225,180,.2)",
    });
  });
  stage.layer(1.2, (ctx) => mist(ctx, now, { y: 830, colour: "190,215,240", strength: 0.14 }));
  if (wet) rain(stage.ctx, now, { strength: wet });
}

function oar(ctx, stroke) {
  ctx.save();
  ctx.translate(40, -64);
  ctx.rotate(0.62 + stroke * 0.2);
  cut(
    ctx,
    polygon([
      [-150, -6],
      [230, -5],
      [230, 5],
      [-150, 6],
    ]),
    "#2a1626",
  );
  cut(ctx, "M220 -8 C260 -26 320 -24 330 0 C320 24 260 26 220 8 Z", "#2a1626");
  ctx.restore();
}
