/** On the bay in a small boat: from the side, and from below. */

import { figure } from "../cast/figure.js";
import { beam, glow } from "../stage/light.js";
import { across, around, blob, cut, disc, edge, polygon, strokes } from "../stage/paper.js";
import { cloudStrip, mist, rain, sea, specks } from "../stage/weather.js";
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

/** Under water: the keel above, shafts of lamp light, and something long that passes. `pass` 0..1 is its way. */
export function underWater(stage, { pass = 0, eye = 0 }) {
  const { now } = stage;
  stage.layer(0.1, (ctx) => {
    ctx.fillStyle = around(ctx, [400, 60, 1150], ["#bff3e6", "#4fb3b5", "#1c6688", "#0f2f5e", "#08122f"]);
    ctx.fillRect(wideBox.x, wideBox.y, wideBox.w, wideBox.h);
  });
  stage.layer(0.4, (ctx) => {
    for (const [angle, spread] of [
      [1.25, 0.07],
      [1.55, 0.1],
      [1.9, 0.06],
      [2.15, 0.05],
    ]) {
      beam(ctx, 400, 40, {
        angle: angle + Math.sin(now * 0.5 + angle) * 0.05,
        length: 1200,
        spread,
        colour: "255,230,170",
        strength: 0.55,
      });
    }
  });
  stage.layer(0.6, (ctx) => {
    ctx.save();
    ctx.translate(-1500 + pass * 2300, 640 + Math.sin(pass * 5) * 40);
    creature(ctx, now, eye);
    ctx.restore();
  });
  stage.layer(1, (ctx) => {
    ctx.save();
    ctx.translate(400, 190 + Math.sin(now * 1.5) * 8);
    ctx.rotate(Math.sin(now * 1.5) * 0.03);
    glow(ctx, 160, -60, 460, "255,200,120", 0.7);
    const keel = "M-190 -46 C-120 -66 120 -66 190 -46 C150 30 80 66 0 70 C-80 66 -150 30 -190 -46 Z";
    cut(ctx, keel, across(ctx, [0, -60, 0, 70], ["#5a3a4c", "#101532"]));
    edge(ctx, keel, "rgba(190,255,240,.5)", 3);
    strokes(ctx, ["M-150 -10 C-80 20 80 20 150 -10", "M0 -40 V66"], "rgba(0,0,0,.35)", 4);
    const stroke = Math.sin(now * 2.1) * 0.4;
    for (const side of [-1, 1]) {
      ctx.save();
      ctx.rotate(side * (0.35 + stroke * 0.3));
      cut(
        ctx,
        polygon([
          [side * 120, -50],
          [side * 330, -6],
          [side * 330, 8],
          [side * 120, -36],
        ]),
        "#101532",
      );
      ctx.restore();
    }
    ctx.restore();
  });
  stage.layer(1.2, (ctx) => {
    specks(ctx, now, { count: 46, colour: "#d8fff4", speed: -34, size: 5, seed: 6 });
    cut(
      ctx,
      blob([
        [-160, 1180],
        [40, 1110],
        [200, 1190],
        [420, 1130],
        [640, 1200],
        [860, 1120],
        [860, 1600],
        [-160, 1600],
      ]),
      "#071027",
    );
    for (const [x, h] of [
      [60, 230],
      [110, 160],
      [590, 260],
      [650, 180],
      [540, 130],
    ]) {
      const sway = Math.sin(now * 0.9 + x) * 26;
      cut(
        ctx,
        `M${x} 1230 C${x - 30} ${1230 - h * 0.5} ${x + 30 + sway} ${1230 - h * 0.7} ${x + sway} ${1230 - h} C${x + 46 + sway} ${1230 - h * 0.6} ${x + 10} ${1230 - h * 0.4} ${x + 34} 1230 Z`,
        "#0a1a38",
      );
    }
  });
}

function creature(ctx, now, eye) {
  const back = [];
  const belly = [];
  for (let part = 0; part <= 14; part += 1) {
    const x = part * 100;
    const thick = 20 + 190 * Math.sin((part / 14) ** 1.5 * Math.PI * 0.86);
    const y = Math.sin(part * 0.55 - now * 1.6) * 46 * (1 - part / 18);
    back.push([x, y - thick]);
    belly.unshift([x, y + thick * 0.8]);
  }
  const body = blob([[-80, -90], ...back, [1500, 0], ...belly, [-80, 100]]);
  cut(ctx, body, across(ctx, [0, -220, 0, 200], ["#15386a", "#091a3c", "#050b22"]));
  edge(ctx, body, across(ctx, [0, -240, 0, 0], ["rgba(170,255,240,.55)", "rgba(255,255,255,0)"]), 5);
  for (let fin = 2; fin < 12; fin += 1) {
    const [x, y] = back[fin];
    cut(
      ctx,
      polygon([
        [x - 30, y + 16],
        [x - 54, y - 54],
        [x + 34, y + 12],
      ]),
      "#0d2850",
    );
  }
  for (let spot = 3; spot < 13; spot += 1)
    disc(
      ctx,
      spot * 100,
      Math.sin(spot * 0.55 - now * 1.6) * 40 + 20,
      7 + (spot % 3) * 4,
      `rgba(150,255,235,${0.35 + 0.3 * Math.sin(now * 3 + spot)})`,
    );
  if (eye > 0) {
    glow(ctx, 1360, -40, 260, "190,255,150", eye);
    disc(ctx, 1360, -40, 30 * eye, "#f4ffcf");
    disc(ctx, 1366, -40, 13 * eye, "#0a1a2a");
  }
}
