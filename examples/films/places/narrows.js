/** The mouth of the bay under a burning sky: a tower on either side, wrecks between, and what lies below them. */
import { beam, glow } from "../stage/light.js";
import { across, around, cut } from "../stage/paper.js";
import { cloudStrip, mist, sea, specks } from "../stage/weather.js";
import { wideBox } from "./backdrops.js";
import { risingBeast, wreck } from "./deep.js";
import { crag, lamp, tower } from "./lighthouse.js";

/** Wrecks from far to near: x, y, size, lean. The one in the middle is lifted by what rises. */
const wrecks = [
  [252, 742, 0.32, 0.16],
  [458, 746, 0.34, -0.2],
  [352, 764, 0.44, -0.07],
  [196, 836, 0.66, -0.22],
  [520, 850, 0.7, 0.2],
];

/**
 * Paints the narrows.
 * @param {object} options `home` (right) and `far` (left) 0..1 are the lamps, `homeAngle` and `farAngle` their beams;
 *   `fire` 0..1 burns on the water; `rise` 0..1 lifts the back; `ships` 0..1 shows the wrecks
 */
export function narrows(
  stage,
  { home = 0, far = 1, homeAngle = 2.6, farAngle = 0.5, fire = 0, rise = 0, ships = 1 },
) {
  const { now } = stage;
  stage.layer(0.06, () => stage.sprite("narrows:sky", wideBox, paintSky, 0.5));
  stage.layer(0.14, (ctx) => {
    ctx.translate(Math.sin(now * 0.15) * 20, 0);
    stage.sprite("narrows:clouds", wideBox, paintClouds, 0.75);
  });
  stage.layer(0.35, (ctx) => {
    const colours = ["#f0885a", "#b84b5c", "#7d2f5c"].map((colour) => [colour, "#34164c"]);
    sea(ctx, now, { top: 704, bottom: 820, colours, height: 10, crest: "rgba(255,226,170,.3)" });
    shimmer(ctx, now, Math.max(fire, 0.35));
  });
  stage.layer(0.5, (ctx) => {
    ctx.globalAlpha = ships;
    for (const [index, [x, y, size, lean]] of wrecks.entries()) {
      if (index === 3) {
        if (fire > 0) flames(ctx, now, fire);
        if (rise > 0) beast(ctx, now, rise);
      }
      ctx.save();
      ctx.translate(x, y + Math.sin(now * 1.3 + x) * 5 - rise * (index > 2 ? 6 : -14));
      wreck(ctx, {
        size,
        lean: lean * (1 + rise * 0.9) + Math.sin(now + x) * 0.02,
        tone: index < 2 ? "#4a1c48" : "#2a1038",
      });
      ctx.restore();
    }
    ctx.globalAlpha = 1;
    const near = { top: 892, bottom: 892, colours: [["#7a3060", "#2a1038"]] };
    sea(ctx, now, { ...near, height: 14 + rise * 12, crest: "rgba(255,210,150,.4)" });
  });
  stage.layer(0.7, (ctx) => {
    stage.sprite(
      "narrows:left",
      { x: -260, y: 120, w: 520, h: 1300 },
      (paper) => paintSide(paper, 70, 0.62, true),
      0.9,
    );
    lamp(ctx, 70, 690, { size: 0.62, lit: far, colour: "170,245,255" });
    beam(ctx, 70, 389, { angle: farAngle, length: 640, spread: 0.1, colour: "180,245,255", strength: far });
    stage.sprite(
      "narrows:right",
      { x: 420, y: 60, w: 560, h: 1360 },
      (paper) => paintSide(paper, 648, 0.74, false),
      0.9,
    );
    lamp(ctx, 648, 716, { size: 0.74, lit: home });
    beam(ctx, 648, 356, {
      angle: homeAngle,
      length: 640,
      spread: 0.11,
      colour: "255,206,130",
      strength: home,
    });
  });
  stage.layer(0.95, (ctx) => {
    const colours = ["#4f2154", "#311748", "#1a0c30"].map((colour) => [colour, "#0c0620"]);
    sea(ctx, now, {
      top: 930,
      bottom: 1110,
      colours,
      height: 22 + rise * 16,
      crest: "rgba(255,200,140,.28)",
    });
    mist(ctx, now, { y: 930, colour: "255,190,150", strength: 0.14 });
  });
  if (fire > 0)
    specks(stage.ctx, now, { count: 50, colour: "#ffd9a0", speed: -120, size: 5, area: [0, 300, 720, 700] });
}

/** Everything of the animal that is above the water. */
function beast(ctx, now, rise) {
  ctx.save();
  ctx.globalAlpha = 1;
  ctx.beginPath();
  ctx.rect(-300, -200, 1320, 1106);
  ctx.clip();
  ctx.translate(330, 790);
  ctx.scale(0.92, 0.92);
  risingBeast(ctx, now, rise);
  ctx.restore();
}

function paintSky(ctx) {
  ctx.fillStyle = across(
    ctx,
    [0, -140, 0, 740],
    ["#12071f", "#2a1046", "#6b2258", "#c8455a", "#ff9458", "#ffdf9a"],
  );
  ctx.fillRect(wideBox.x, wideBox.y, wideBox.w, wideBox.h);
  ctx.fillStyle = around(
    ctx,
    [352, 700, 560],
    ["rgba(255,236,170,.85)", "rgba(255,160,90,.35)", "rgba(255,120,90,0)"],
  );
  ctx.fillRect(wideBox.x, wideBox.y, wideBox.w, wideBox.h);
}

function paintClouds(ctx) {
  const tones = ["#d65f5c", "#a03a5c", "#6d2758", "#421848"];
  for (const [x, y, length, tone] of [
    [350, 660, 420, 0],
    [120, 600, 420, 0],
    [640, 560, 460, 1],
    [240, 500, 460, 1],
    [560, 420, 520, 2],
    [60, 340, 480, 2],
    [430, 260, 560, 2],
    [120, 150, 620, 3],
    [640, 80, 620, 3],
  ])
    cloudStrip(ctx, x, y, length, tones[tone]);
}

function paintSide(ctx, x, size, ruin) {
  ctx.save();
  ctx.translate(x, ruin ? 690 : 716);
  crag(ctx, {
    w: 270,
    h: 640,
    colours: ["#7a2f5c", "#1c0a2e"],
    seed: ruin ? 6 : 2,
    light: "rgba(255,190,130,.16)",
  });
  tower(ctx, { size, wall: ["#b8567a", "#38164a"], trim: "#1c0a2e", ruin });
  ctx.restore();
}

function shimmer(ctx, now, strength) {
  for (let row = 0; row < 8; row += 1) {
    ctx.fillStyle = `rgba(255,232,170,${strength * (0.7 - row * 0.08)})`;
    ctx.beginPath();
    ctx.ellipse(
      352 + Math.sin(now * 1.5 + row) * 10,
      716 + row * 20,
      90 + row * 12 + Math.sin(now * 3 + row * 2) * 16,
      3.6,
      0,
      0,
      Math.PI * 2,
    );
    ctx.fill();
  }
}

/** Burning oil: low tongues that spread over the water, tallest in the middle. */
function flames(ctx, now, fire) {
  glow(ctx, 352, 830, 640, "255,140,60", 0.8 * fire);
  const rows = [
    [790, "#b8323c", 0.8, 23],
    [814, "#f0603a", 0.78, 19],
    [840, "#ff9a45", 0.62, 17],
    [866, "#ffd070", 0.44, 15],
    [890, "#fff0b8", 0.24, 13],
  ];
  for (const [row, [y, colour, tall, gap]] of rows.entries()) {
    const reach = 300 * fire * (1 - row * 0.06);
    const path = new Path2D();
    path.moveTo(352 - reach - 40, y + 26);
    for (let x = -reach; x < reach; x += gap * 2) {
      const near = (1 - Math.abs(x) / (reach + 1)) ** 0.8;
      const wave =
        0.45 + 0.35 * Math.sin(now * 6 + x * 0.11 + row * 2) + 0.2 * Math.sin(now * 10.3 + x * 0.31);
      const top = y - tall * (16 + near * 190 * wave * fire);
      const lean = Math.sin(now * 4.4 + x * 0.07 + row) * 12;
      path.quadraticCurveTo(352 + x + gap * 0.7, y, 352 + x + gap + lean, top);
      path.quadraticCurveTo(352 + x + gap * 1.3 + lean * 0.3, y, 352 + x + gap * 2, y + 8);
    }
    path.lineTo(352 + reach + 40, y + 26);
    path.closePath();
    cut(ctx, path, colour);
  }
}
