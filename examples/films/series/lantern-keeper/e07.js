/** Episode 7: the debt, the price, and a town that can read signals. */
import { bust } from "../../cast/bust.js";
import { hand } from "../../cast/hands.js";
import { iven } from "../../cast/iven.js";
import { voss } from "../../cast/voss.js";
import { backdrop } from "../../places/backdrops.js";
import { lampRoom } from "../../places/lamp-room.js";
import { tower } from "../../places/lighthouse.js";
import { lantern } from "../../places/props.js";
import { town } from "../../places/town.js";
import { easeInOut, mix, smooth, strike } from "../../stage/ease.js";
import { flash, glow } from "../../stage/light.js";
import { across, cut, disc, polygon, strokes } from "../../stage/paper.js";
import { hash } from "../../stage/random.js";
import { rain, specks } from "../../stage/weather.js";
import { cues } from "../cues.js";

export default {
  id: "e07",
  title: "The debt",
  synopsis: "Iven has paid for silence for twenty years. Tonight the price goes up.",
  seconds: 19,
  cover(stage) {
    stage.now = 1;
    stage.look({});
    backdrop(stage, { palette: "green", x: 280, y: 460, seed: 75, view: "masts" });
    stage.layer(1, () =>
      bust(stage, voss, { x: 400, y: 590, size: 1.02, face: -1, light: "green", open: 0, blink: 0 }),
    );
  },
  shots: [
    {
      until: 6,
      paint(stage, t, k) {
        stage.look({ x: mix(24, -24, k), zoom: mix(1, 1.1, easeInOut(k)) });
        lampRoom(stage, { lit: 0.55, turn: 0.4 + t * 0.1, wet: 1 });
        stage.layer(1, () => {
          bust(stage, iven, { x: 150, y: 600, size: 0.7, light: "amber" });
          bust(stage, voss, { x: 570, y: 560, size: 0.74, face: -1, light: "green" });
        });
      },
    },
    {
      until: 9.6,
      paint(stage, _, k) {
        stage.look({ x: mix(-12, 12, k), zoom: mix(1.04, 1.14, k) });
        backdrop(stage, { palette: "amber", x: 500, y: 460, seed: 77, view: "roofs" });
        stage.layer(1, () => bust(stage, iven, { x: 310, y: 560, size: 1.06, light: "amber", gaze: 0.3 }));
      },
    },
    {
      until: 13.6,
      paint(stage, t, k) {
        stage.look({ y: mix(60, -60, easeInOut(k)), zoom: mix(1.1, 1, k) });
        town(stage, { awake: smooth(t, 0.3, 3.4) });
      },
    },
    {
      until: 14.7,
      paint(stage, t, k) {
        const swing = mix(-0.35, 1.5, smooth(t, 0.62, 0.95));
        stage.look({ zoom: mix(1.02, 1.1, k), shake: 4 * smooth(t, 0.7, 1) });
        backdrop(stage, { palette: "green", x: 280, y: 430, seed: 83, view: "window" });
        stage.layer(1, (ctx) => {
          bust(stage, voss, { x: 470, y: 620, size: 0.98, face: -1, light: "green", open: 0.3, tilt: -0.06 });
          ctx.translate(250, 850);
          ctx.save();
          ctx.rotate(-swing);
          strokes(ctx, ["M0 60 L-20 -760"], "#0a1622", 26);
          strokes(ctx, ["M6 60 L-12 -760"], "rgba(220,255,176,.6)", 4);
          disc(ctx, -20, -780, 42, across(ctx, [-60, -820, 20, -740], ["#f6ffd0", "#7fae78", "#1f4340"]));
          glow(ctx, -20, -780, 200, "200,255,150", 0.7);
          ctx.restore();
          ctx.translate(170, 30);
          ctx.rotate(-0.3 - swing * 0.2);
          ctx.scale(-1, 1);
          hand(ctx, { light: "green", curl: 0.9 });
        });
        flash(stage.ctx, smooth(t, 0.94, 1.08) * 0.6, "255,240,200");
      },
    },
    {
      until: 19,
      paint(stage, t, k) {
        const fall = t + 0.1;
        stage.look({ y: mix(-80, 60, easeInOut(k)), shake: 12 * strike(t, 0, 0.4) });
        falling(stage, fall);
        flash(stage.ctx, strike(t, 0, 0.14) * 0.6, "255,220,170");
      },
    },
  ],
  captions: cues(`
    0.4 2.6 iven
      Twenty years I paid you to leave her be.
      Veinte años pagándole para que la dejara en paz.
      عشرين سنة أدفع لك كي تدعها وشأنها.
    2.7 4.1 voss
      The price went up.
      Ha subido el precio.
      ارتفع السعر.
    4.2 5.9 voss
      Wrecks pay better than lamps.
      Dan más los naufragios que los faros.
      حطام السفن أربح من المنارات.
    6.2 7.9 iven
      You forgot something.
      Olvida usted algo.
      نسيتَ شيئًا.
    8 9.5 iven
      I taught the whole town the signals.
      Enseñé las señales a todo el pueblo.
      علّمتُ البلدة كلّها الإشارات.
    10.2 11.6
      [Across the town, lamp after lamp]
      [En todo el pueblo, luz tras luz]
      [في البلدة كلها، ضوءًا بعد ضوء]
    11.7 13.4 voss
      Then let them watch.
      Pues que miren.
      فليتفرّجوا إذن.
    14.7 16.4
      [Glass breaks]
      [Se rompe el cristal]
      [تحطّم الزجاج]
  `),
  score(play) {
    play.rain({ gain: 0.08, seconds: 10, inside: true });
    play.drone({ at: 0, seconds: 9.8, note: "C2", gain: 0.13 });
    for (let beat = 0; beat < 12; beat += 1)
      play.pluck({ at: 0.3 + beat * 0.48, note: ["C3", "Eb3", "F#3", "G3"][beat % 4], gain: 0.22 });
    play.heart({ at: 6, count: 4, gap: 0.85, gain: 0.4 });
    play.bow({ at: 6.2, note: "D3", seconds: 1.6, gain: 0.14 });
    play.bow({ at: 7.8, note: "F3", seconds: 1.8, gain: 0.14 });
    play.pad({ at: 9.4, seconds: 5, notes: ["D3", "A3", "F#4", "A4"], gain: 0.05, bright: 1500 });
    play.tune("bell", "9.7:D5 10.2:F#5 10.6:A5 11:E5 11.4:D5 11.8:A5 12.3:F#5 12.8:D6", {
      gain: 0.16,
      pan: 0,
    });
    play.riser({ at: 12.9, seconds: 1.9, gain: 0.15 });
    play.boom({ at: 14.75, gain: 0.8 });
    play.glass({ at: 14.8, gain: 0.5 });
    play.wind({ at: 14.6, gain: 0.2, pitch: 600 });
    play.bow({ at: 15.2, note: "Ab4", seconds: 2.4, gain: 0.1 });
    play.sting({ at: 17.0, gain: 0.5 });
  },
};

function falling(stage, fall) {
  const { ctx, now } = stage;
  const y = 300 + fall * fall * 40;
  backdrop(stage, { palette: "storm", x: 420, y: 300, rx: 420, ry: 560, frames: 2, seed: 79 });
  stage.layer(0.9, () => {
    stage.sprite(
      "e07:tower",
      { x: -320, y: -100, w: 760, h: 1700 },
      (paper) => {
        paper.translate(40, 1500);
        tower(paper, { size: 2.6 });
      },
      0.8,
    );
    cut(ctx, "M-64 130 H144 V340 H-64 Z", "#10163a");
  });
  rain(ctx, now, { strength: 0.9 });
  stage.layer(1.1, () => {
    for (let shard = 0; shard < 34; shard += 1) {
      const x = 150 + fall * (60 + hash(shard, 2) * 330);
      const drop = 260 + fall * (hash(shard, 3) - 0.6) * 300 + fall * fall * (60 + 70 * hash(shard, 4));
      const size = 8 + hash(shard, 5) * 26;
      const turn = fall * (2 + hash(shard, 6) * 6);
      const points = [0, 2.2, 4.1].map((angle) => [
        x + Math.cos(angle + turn) * size,
        drop + Math.sin(angle + turn) * size,
      ]);
      cut(ctx, polygon(points), `rgba(255,${200 + hash(shard, 7) * 55},170,${0.4 + 0.5 * hash(shard, 8)})`);
    }
    ctx.save();
    ctx.translate(210 + fall * 74, y);
    ctx.rotate(fall * 0.8);
    lantern(ctx, { size: 2.1, lit: 1 });
    ctx.restore();
    glow(ctx, 210 + fall * 74, y + 80, 520, "255,170,80", 0.9);
    specks(ctx, now, {
      count: 40,
      colour: "#ffd9a0",
      speed: -240,
      size: 5,
      area: [60 + fall * 74, y - 400, 300, 500],
    });
  });
}
