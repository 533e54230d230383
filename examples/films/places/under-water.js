/** Under the boat: the keel above, shafts of lamp light, weeds, and something long that passes. */
import { beam, glow } from "../stage/light.js";
import { across, around, blob, cut, disc, edge, polygon, strokes } from "../stage/paper.js";
import { specks } from "../stage/weather.js";
import { wideBox } from "./backdrops.js";

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
    ctx.translate(-1420 + pass * 2500, 640 - pass * 60);
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

const spine = (x, now) => Math.sin(x * 0.0052 - now * 1.6) * 46 * (1 - x / 2000);
const girth = (x) => 16 + 196 * Math.sin((x / 1400) ** 1.35 * Math.PI * 0.84);

/** The animal: tail near x = 0, snout near x = 1500. */
function creature(ctx, now, eye) {
  const back = [];
  const belly = [];
  for (let x = 0; x <= 1400; x += 100) {
    back.push([x, spine(x, now) - girth(x)]);
    belly.unshift([x, spine(x, now) + girth(x) * 0.78]);
  }
  const tail = spine(0, now) + Math.sin(now * 1.6) * 40;
  cut(
    ctx,
    `M60 ${tail} C-30 ${tail - 30} -120 ${tail - 130} -230 ${tail - 150} C-170 ${tail - 70} -150 ${tail - 20} -150 ${tail} C-150 ${tail + 30} -180 ${tail + 80} -210 ${tail + 130} C-110 ${tail + 110} -30 ${tail + 40} 60 ${tail + 10} Z`,
    "#0b2147",
  );
  const snout = spine(1500, now) + 30;
  const body = blob([
    [-40, tail - 8],
    ...back,
    [1490, snout - 30],
    [1500, snout + 30],
    ...belly,
    [-40, tail + 12],
  ]);
  cut(ctx, body, across(ctx, [0, -240, 0, 190], ["#2a6a94", "#123262", "#081738", "#050b22"]));
  ctx.save();
  ctx.clip(body);
  for (let pleat = 0; pleat < 7; pleat += 1) {
    const y = 60 + pleat * 22;
    strokes(ctx, [`M620 ${y + 40} C900 ${y + 50} 1200 ${y + 10} 1500 ${y - 34}`], "rgba(150,240,235,.2)", 4);
  }
  strokes(
    ctx,
    [`M1510 ${snout + 20} C1400 ${snout + 46} 1290 ${snout + 50} 1190 ${snout + 2}`],
    "#030818",
    11,
  );
  for (let tooth = 0; tooth < 11; tooth += 1) {
    const x = 1480 - tooth * 26;
    const y = snout + 30 + Math.sin((tooth / 11) * Math.PI) * 14;
    cut(ctx, `M${x - 9} ${y - 4} L${x} ${y + 20} L${x + 9} ${y - 4} Z`, "rgba(225,255,245,.85)");
  }
  ctx.restore();
  edge(ctx, body, across(ctx, [0, -260, 0, 0], ["rgba(190,255,245,.75)", "rgba(255,255,255,0)"]), 6);
  for (const [x, y] of back.slice(2, 12))
    cut(
      ctx,
      `M${x - 44} ${y + 22} Q${x - 70} ${y - 40} ${x - 84} ${y - 62} Q${x - 10} ${y - 44} ${x + 46} ${y + 18} Z`,
      "#123262",
    );
  const fin = Math.sin(now * 1.2) * 40;
  cut(
    ctx,
    `M980 110 C940 ${220 + fin} 860 ${330 + fin} 740 ${380 + fin} C800 ${260 + fin} 800 190 850 100 Z`,
    "#0d2850",
  );
  for (let spot = 2; spot < 13; spot += 1) {
    const shine = 0.4 + 0.35 * Math.sin(now * 3 - spot * 0.8);
    disc(ctx, spot * 96, spine(spot * 96, now) - 10, 6 + (spot % 3) * 4, `rgba(160,255,240,${shine})`);
    glow(ctx, spot * 96, spine(spot * 96, now) - 10, 46, "120,255,235", shine * 0.7);
  }
  const [eyeX, eyeY] = [1262, spine(1262, now) - 34];
  disc(ctx, eyeX, eyeY, 40, "#050b22");
  if (eye <= 0) return;
  glow(ctx, eyeX, eyeY, 300, "255,190,90", eye);
  ctx.save();
  ctx.beginPath();
  ctx.ellipse(eyeX, eyeY, 34, 30 * eye, 0, 0, Math.PI * 2);
  ctx.clip();
  disc(ctx, eyeX, eyeY, 36, "#ffd257");
  cut(ctx, `M${eyeX + 6} ${eyeY - 34} q14 34 0 68 q-14 -34 0 -68 Z`, "#16051c");
  ctx.restore();
}
