/** Episode 4: Mara rows across the bay, and something knocks from below. */
import { bust } from "../../cast/bust.js";
import { gripFromBelow } from "../../cast/hands.js";
import { mara } from "../../cast/mara.js";
import { backdrop } from "../../places/backdrops.js";
import { openWater } from "../../places/bay.js";
import { underWater } from "../../places/under-water.js";
import { easeInOut, easeOut, mix, smooth, strike } from "../../stage/ease.js";
import { glow } from "../../stage/light.js";
import { across, cut, strokes } from "../../stage/paper.js";
import { sea, specks } from "../../stage/weather.js";
import { cues } from "../cues.js";

const knocks = [1.0, 1.42, 1.84];

export default {
  id: "e04",
  title: "The boat",
  synopsis: "Two miles of black water in a very small boat. Back by dawn, she promised.",
  seconds: 19,
  cover(stage) {
    stage.now = 2.2;
    stage.look({ x: 10, zoom: 1.06 });
    openWater(stage, { rower: mara, size: 1.25, x: 330, y: 830 });
  },
  shots: [
    {
      until: 6.4,
      paint(stage, _, k) {
        stage.look({ x: mix(-46, 46, k), zoom: mix(1.02, 1.14, easeInOut(k)), y: mix(0, 20, k) });
        openWater(stage, { rower: mara, x: mix(290, 400, k) });
      },
    },
    {
      until: 11.4,
      paint(stage, t, k) {
        stage.look({ x: mix(-10, 30, k), y: mix(-50, 60, easeInOut(k)), zoom: mix(1, 1.1, k) });
        underWater(stage, { pass: 0.04 + k * 0.8, eye: smooth(t, 0.5, 0.9) });
      },
    },
    {
      until: 15,
      paint(stage, t, k) {
        const hit = knocks.reduce((sum, at) => sum + strike(t, at, 0.09), 0);
        stage.look({ x: mix(0, 18, k), zoom: mix(1.04, 1.14, k), shake: hit * 12 });
        backdrop(stage, { palette: "storm", x: 500, y: 460, seed: 41, view: "bay" });
        stage.layer(1, (ctx) => {
          glow(ctx, 640, 640, 640, "255,180,96", 0.5);
          bust(stage, mara, {
            x: 320,
            y: 530 + hit * 8,
            size: 1.08,
            light: "amber",
            gaze: mix(0.2, -0.2, smooth(t, 1, 1.2)),
            tilt: 0.16 * smooth(t, 1.1, 1.7),
          });
        });
      },
    },
    {
      until: 19,
      paint(stage, t, k) {
        const grip = easeOut(smooth(t, 1.05, 1.35));
        stage.look({
          x: mix(-12, 14, k),
          zoom: mix(1.02, 1.16, easeInOut(k)),
          y: mix(0, 24, k),
          shake: 9 * strike(t, 1.3, 0.35),
        });
        gunwale(stage, { grip, t });
      },
    },
  ],
  captions: cues(`
    0.5 2.1 iven
      Be back by dawn.
      Vuelve antes del alba.
      عودي قبل الفجر.
    2.2 3.6 mara
      And if I'm not?
      ¿Y si no vuelvo?
      وإن لم أعد؟
    3.7 6.2 iven
      Then I'll have to learn to cook.
      Pues tendré que aprender a cocinar.
      عندها سأضطر إلى تعلّم الطبخ.
    7.2 9.4
      [Something groans, far down]
      [Algo gime, muy abajo]
      [شيء يئنّ في الأعماق]
    11.5 12.4 mara
      Driftwood.
      Madera a la deriva.
      مجرد خشب.
    12.5 13.6
      [Three knocks, from below]
      [Tres golpes, desde abajo]
      [ثلاث طرقات من الأسفل]
    13.7 15.2 mara
      Polite driftwood.
      Madera educada.
      خشب مهذّب.
    16.4 18.8
      [A hand grips the boat]
      [Una mano se aferra a la barca]
      [يدٌ تتشبث بالقارب]
  `),
  score(play) {
    play.waves({ gain: 0.16, seconds: 6.6 });
    play.rain({ gain: 0.05, seconds: 6.6 });
    for (const at of [0.6, 2.1, 3.6, 5.1]) {
      play.creak({ at, seconds: 0.7, gain: 0.15 });
      play.splash({ at: at + 0.6, gain: 0.16, pan: 0.3 });
    }
    play.pad({ at: 0, seconds: 6.8, notes: ["D3", "A3", "E4"], gain: 0.04 });
    play.tune("pluck", "0.8:D4 1.6:F4 2.4:E4 3.6:A3 4.8:C4", { gain: 0.2 });
    play.drone({ at: 6, seconds: 13, note: "A2", gain: 0.12, dark: 130 });
    play.bow({ at: 7, note: "D2", seconds: 2.8, gain: 0.2 });
    play.bow({ at: 8.6, note: "C2", seconds: 2.6, gain: 0.2 });
    play.bell({ at: 9.0, note: "A5", gain: 0.1 });
    play.waves({ at: 11.2, seconds: 7.8, gain: 0.12 });
    play.knock({ at: 12.4, deep: 1.5, gain: 0.75 });
    play.heart({ at: 13.7, count: 2, gap: 0.8, gain: 0.5 });
    play.riser({ at: 14.6, seconds: 1.8, gain: 0.15 });
    play.splash({ at: 16.1, gain: 0.5 });
    play.sting({ at: 16.4, gain: 0.55 });
  },
};

/** Over the side: Mara looks down at the edge of the boat, where fingers come up. */
function gunwale(stage, { grip, t }) {
  const { now } = stage;
  const light = 0.75 + 0.15 * Math.sin(now * 7);
  backdrop(stage, { palette: "storm", x: 430, y: 330, rx: 330, ry: 360, seed: 44 });
  stage.layer(0.9, (ctx) => {
    bust(stage, mara, {
      x: mix(250, 226, grip),
      y: mix(400, 376, grip),
      size: 0.9,
      light: "amber",
      tilt: mix(0.12, 0.24, grip),
      gaze: 0.3,
      blink: 0,
    });
    glow(ctx, 640, 420, 620, "255,184,96", light);
  });
  stage.layer(1.05, (ctx) => {
    cut(
      ctx,
      "M-200 720 C100 690 500 690 920 650 L920 1500 L-200 1500 Z",
      across(ctx, [0, 680, 0, 1050], ["#7a4450", "#3a2038", "#120b20"]),
    );
    cut(
      ctx,
      "M-200 716 C100 686 500 686 920 646 L920 690 C500 730 100 730 -200 762 Z",
      across(ctx, [0, 650, 0, 750], ["#e0a070", "#5a3146"]),
    );
    strokes(
      ctx,
      ["M-200 872 C100 846 500 846 920 806", "M-200 990 C100 966 500 966 920 926"],
      "rgba(0,0,0,.35)",
      7,
    );
  });
  stage.layer(1.12, (ctx) => {
    ctx.save();
    ctx.translate(
      500,
      mix(1330, 738, grip) - 46 * (1 - smooth(t, 1.35, 1.75)) + Math.sin(now * 9) * 2 * grip,
    );
    ctx.rotate(0.06 + 0.03 * Math.sin(t * 3));
    ctx.scale(1.02, 1.02);
    gripFromBelow(ctx, { light: "cyan", close: smooth(t, 1.35, 1.75) });
    ctx.restore();
    if (grip > 0)
      specks(ctx, now, {
        count: 26,
        colour: "#dffaff",
        speed: 320,
        size: 6,
        area: [360, 640, 300, 500],
        sway: 10,
      });
  });
  stage.layer(1.2, (ctx) => {
    sea(ctx, now, {
      top: 1090,
      bottom: 1190,
      colours: [
        ["#1d447a", "#0c1c44"],
        ["#102a58", "#060b22"],
      ],
      height: 24,
      crest: "rgba(255,225,180,.25)",
    });
  });
}
