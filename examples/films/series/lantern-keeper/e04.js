/** Episode 4: Mara rows across the bay, and something knocks from below. */
import { bust } from "../../cast/bust.js";
import { mara } from "../../cast/mara.js";
import { backdrop } from "../../places/backdrops.js";
import { openWater, underWater } from "../../places/bay.js";
import { hand } from "../../places/props.js";
import { easeInOut, easeOut, mix, smooth, strike } from "../../stage/ease.js";
import { glow } from "../../stage/light.js";
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
        underWater(stage, { pass: k, eye: smooth(t, 2.2, 3.2) });
      },
    },
    {
      until: 15,
      paint(stage, t, k) {
        const hit = knocks.reduce((sum, at) => sum + strike(t, at, 0.09), 0);
        stage.look({ x: mix(0, 18, k), zoom: mix(1.04, 1.14, k), shake: hit * 12 });
        backdrop(stage, { palette: "night", x: 500, y: 460, seed: 41 });
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
        const grip = easeOut(smooth(t, 1.1, 1.5));
        stage.look({
          x: mix(-20, 16, k),
          zoom: mix(1.1, 1.3, easeInOut(k)),
          y: mix(40, 20, k),
          shake: 6 * strike(t, 1.4, 0.3),
        });
        openWater(stage, {
          rower: mara,
          x: 300,
          y: 800,
          size: 1.35,
          rowing: false,
          inBoat(ctx) {
            ctx.save();
            ctx.translate(190, mix(190, -34, grip));
            ctx.rotate(-2.2 + 0.12 * Math.sin(t * 6) * (1 - grip));
            ctx.scale(0.42, 0.42);
            hand(ctx, { light: "cyan", curl: 0.5 * grip, sleeve: false });
            ctx.restore();
          },
        });
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
    11.7 12.4 mara
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
    play.bow({ at: 7, note: "D2", seconds: 2.8, gain: 0.3 });
    play.bow({ at: 8.6, note: "C2", seconds: 2.6, gain: 0.3 });
    play.bell({ at: 9.0, note: "A5", gain: 0.1 });
    play.waves({ at: 11.2, seconds: 7.8, gain: 0.12 });
    play.knock({ at: 12.4, deep: 1.5, gain: 0.75 });
    play.heart({ at: 13.7, count: 2, gap: 0.8, gain: 0.5 });
    play.riser({ at: 14.6, seconds: 1.8, gain: 0.15 });
    play.splash({ at: 16.1, gain: 0.5 });
    play.sting({ at: 16.4, gain: 0.55 });
  },
};
