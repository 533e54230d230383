/** The bay at night, seen wide: sky, clouds, the far tower, the sea, the home tower on its crag, rain. */

import { beam, glow } from "../stage/light.js";
import { across, around, cut, disc, edge, polygon, ridge, sheet } from "../stage/paper.js";
import { cloudBank, cloudStrip, mist, rain, sea } from "../stage/weather.js";
import { wideBox } from "./backdrops.js";
import { crag, lamp, tower } from "./lighthouse.js";

/** Where the lamps are, in stage pixels at depth 0.75 and 0.35. */
export const homeLamp = { x: 486, y: 372 };
export const farLamp = { x: 166, y: 590 };

const skies = {
  storm: ["#090d28", "#14205a", "#2b4d8f", "#5f9bb0", "#ffd9a0", "#ff9d6a"],
  black: ["#04061a", "#0a1136", "#14265c", "#244a78", "#3f7390", "#5f8fa0"],
  dread: ["#0a0620", "#231046", "#5a1f5c", "#a83e5c", "#ff8a5a", "#ffd08a"],
};

/**
 * Paints the bay.
 * @param {object} options `home` and `far` 0..1 are the lamps; `angle` of the home beam; `sky` a name; `wet` amount of rain
 */
export function harbour(
  stage,
  { home = 1, far = 0, angle = 2.7, farAngle = 0.3, sky = "storm", wet = 1, farColour = "170,245,255", live },
) {
  const { now } = stage;
  stage.layer(0.06, () => stage.sprite(`sky:${sky}`, wideBox, (ctx) => paintSky(ctx, sky), 0.5));
  stage.layer(0.12, (ctx) => {
    ctx.translate(Math.sin(now * 0.12) * 22, 0);
    stage.sprite(`clouds:${sky}`, wideBox, (paper) => paintClouds(paper, sky), 0.75);
  });
  stage.layer(0.35, (ctx) => {
    stage.sprite(`far:${sky}`, { x: -200, y: 500, w: 1120, h: 330 }, (paper) => paintFar(paper, sky), 1);
    if (far > 0) {
      lamp(ctx, 166, 690, { size: 0.205, lit: far, colour: farColour });
      glow(ctx, farLamp.x, farLamp.y, 260, farColour, far * 0.9);
      beam(ctx, farLamp.x, farLamp.y, {
        angle: farAngle,
        length: 900,
        spread: 0.07,
        colour: farColour,
        strength: far * 0.8,
      });
    }
    live?.far?.(ctx);
  });
  stage.layer(0.5, (ctx) => {
    const blues =
      sky === "dread"
        ? ["#a8475f", "#7a2f5c", "#4f2154", "#301848"]
        : ["#5f8fa8", "#35648f", "#234677", "#182f5e"];
    sea(ctx, now, {
      top: 742,
      bottom: 1010,
      colours: blues.map((colour) => [colour, "#0c1536"]),
      height: 13,
    });
    if (home > 0.05) reflection(ctx, now, 420, home, "255,190,110");
    if (far > 0.05) reflection(ctx, now, 170, far * 0.7, farColour);
    live?.sea?.(ctx);
  });
  stage.layer(0.75, (ctx) => {
    beam(ctx, homeLamp.x, homeLamp.y, {
      angle,
      length: 1150,
      spread: 0.13,
      colour: "255,206,130",
      strength: home,
    });
    stage.sprite(`home:${sky}`, { x: 80, y: 60, w: 900, h: 1420 }, paintHome, 1);
    lamp(ctx, 486, 740, { size: 0.757, lit: home });
    beam(ctx, homeLamp.x, homeLamp.y, {
      angle: angle + Math.PI,
      length: 700,
      spread: 0.16,
      colour: "255,206,130",
      strength: home * 0.7,
    });
    live?.home?.(ctx);
  });
  stage.layer(0.95, (ctx) => {
    const near = sky === "dread" ? ["#2a1440", "#170b2c"] : ["#12234c", "#0b1634"];
    sea(ctx, now, {
      top: 1010,
      bottom: 1120,
      colours: near.map((colour) => [colour, "#060a20"]),
      height: 24,
      crest: "rgba(255,230,190,.16)",
    });
    mist(ctx, now, { y: 960, colour: "170,200,230", strength: 0.12 });
  });
  stage.layer(1.3, () => stage.sprite("harbour:pier", { x: -200, y: 940, w: 1120, h: 560 }, paintPier, 0.8));
  if (wet > 0) rain(stage.ctx, now, { strength: wet });
}

function reflection(ctx, now, x, strength, colour) {
  for (let row = 0; row < 9; row += 1) {
    const y = 760 + row * 30;
    const w = 46 + row * 13 + Math.sin(now * 3 + row * 1.7) * 18;
    ctx.fillStyle = `rgba(${colour},${strength * 0.34 * (1 - row / 10)})`;
    ctx.beginPath();
    ctx.ellipse(x + Math.sin(now * 1.4 + row) * 9, y, w, 3.4 + row * 0.3, 0, 0, Math.PI * 2);
    ctx.fill();
  }
}

function paintSky(ctx, sky) {
  ctx.fillStyle = across(ctx, [0, -100, 0, 780], skies[sky]);
  ctx.fillRect(wideBox.x, wideBox.y, wideBox.w, wideBox.h);
  ctx.fillStyle = around(ctx, [230, 700, 560], ["rgba(255,220,160,.5)", "rgba(255,200,140,0)"]);
  ctx.fillRect(wideBox.x, wideBox.y, wideBox.w, wideBox.h);
  if (sky !== "black") {
    for (const [radius, alpha] of [
      [190, 0.08],
      [140, 0.1],
      [96, 0.14],
    ])
      disc(ctx, 190, 250, radius, `rgba(255,236,200,${alpha})`);
    disc(ctx, 190, 250, 62, across(ctx, [150, 200, 240, 310], ["#fffbe8", "#ffd9a0"]));
  }
}

function paintClouds(ctx, sky) {
  const tone = {
    storm: ["#3c62a0", "#2b4a8a", "#1c3370", "#122455"],
    black: ["#1d3a66", "#162c56", "#102046", "#0b1636"],
    dread: ["#8a3560", "#632659", "#431c50", "#2a1342"],
  }[sky];
  for (const [x, y, length, at] of [
    [520, 560, 420, 0],
    [90, 500, 360, 0],
    [620, 450, 460, 1],
    [40, 400, 420, 1],
    [380, 330, 380, 2],
    [-20, 180, 460, 2],
    [640, 200, 520, 2],
  ])
    cloudStrip(ctx, x, y, length, tone[at]);
  ctx.save();
  ctx.translate(0, 60);
  ctx.scale(1, -1);
  cloudBank(ctx, 0, { colour: tone[2], seed: 5, size: 130 });
  cloudBank(ctx, 70, { colour: tone[3], seed: 9, size: 120 });
  ctx.restore();
}

function paintFar(ctx, sky) {
  const tone = sky === "dread" ? ["#8f3c60", "#6b2d58"] : ["#3d6794", "#294c7e"];
  sheet(
    ctx,
    ridge((x) => 742 - 26 * Math.exp(-(((x - 560) / 190) ** 2)) - 9 * Math.sin(x * 0.03), { floor: 830 }),
    tone[0],
    { lift: 6 },
  );
  sheet(
    ctx,
    ridge((x) => 748 - 62 * Math.exp(-(((x - 166) / 96) ** 2)) - 5 * Math.sin(x * 0.07), {
      floor: 830,
      step: 12,
    }),
    tone[1],
    { lift: 8 },
  );
  ctx.translate(166, 692);
  tower(ctx, { size: 0.205, wall: [tone[1], "#152a58"], trim: "#152a58", ruin: true });
}

function paintHome(ctx) {
  ctx.save();
  ctx.translate(486, 736);
  crag(ctx, { w: 620, h: 700, colours: ["#33427f", "#0d1334"] });
  ctx.restore();
  ctx.save();
  ctx.translate(618, 800);
  sheet(
    ctx,
    polygon([
      [-60, 0],
      [-60, -62],
      [-74, -60],
      [-4, -116],
      [70, -62],
      [56, -60],
      [56, 0],
    ]),
    across(ctx, [60, 0, -60, 0], ["#2c3568", "#151b40"]),
    { lift: 10 },
  );
  cut(ctx, "M-30 -10 v-30 h26 v30 Z M10 -10 v-30 h26 v30 Z", "#ffcf7a");
  cut(ctx, "M24 -108 v-34 h18 v48 Z", "#151b40");
  ctx.restore();
  ctx.translate(486, 740);
  tower(ctx, { size: 0.757 });
}

function paintPier(ctx) {
  const planks = polygon([
    [-200, 1160],
    [300, 1196],
    [300, 1226],
    [-200, 1206],
  ]);
  for (const [x, top] of [
    [30, 1090],
    [150, 1110],
    [268, 1130],
  ]) {
    const post = polygon([
      [x, top],
      [x + 34, top + 3],
      [x + 38, 1500],
      [x - 4, 1500],
    ]);
    sheet(ctx, post, across(ctx, [x + 36, 0, x, 0], ["#3a3f70", "#0a0d24"]), { lift: 14 });
    edge(ctx, post, "rgba(255,214,150,.25)", 2);
  }
  sheet(ctx, planks, across(ctx, [0, 1160, 0, 1230], ["#2a3162", "#090c22"]), { lift: 16 });
  sheet(
    ctx,
    ridge((x) => 1330 - 90 * Math.exp(-(((x - 640) / 200) ** 2)) + 12 * Math.sin(x * 0.05)),
    "#070a1e",
    { lift: 20 },
  );
}
