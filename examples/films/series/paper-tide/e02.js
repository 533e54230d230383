/** Episode 2: two letters, one last word. */
import { bust } from "../../cast/bust.js";
import { handHolding } from "../../cast/hands.js";
import { noor } from "../../cast/noor.js";
import { teo } from "../../cast/teo.js";
import { backdrop } from "../../places/backdrops.js";
import { canal, paperBoat } from "../../places/canal.js";
import { letter } from "../../places/props.js";
import { easeInOut, easeOut, mix, smooth } from "../../stage/ease.js";
import { fade } from "../../stage/finish.js";
import { specks } from "../../stage/weather.js";
import { cues } from "../cues.js";

export default {
  id: "e02",
  title: "Tomorrow's post",
  synopsis: "Teo makes calendars. He has a letter too, and it ends with the same word.",
  seconds: 18,
  cover(stage) {
    stage.now = 1.2;
    stage.look({});
    backdrop(stage, { palette: "turquoise", x: 360, y: 440, rx: 320, ry: 430, seed: 97 });
    stage.layer(1, (ctx) => {
      bust(stage, teo, { x: 620, y: 580, size: 0.9, face: -1, light: "morning", open: 0, blink: 0 });
      bust(stage, noor, { x: 100, y: 600, size: 0.9, light: "morning", open: 0, blink: 0 });
      ctx.translate(360, 330);
      ctx.rotate(-0.1);
      letter(ctx, { size: 0.7 });
    });
  },
  shots: [
    {
      until: 5.4,
      paint(stage, _, k) {
        stage.look({ x: mix(20, -20, k), zoom: mix(1, 1.1, easeInOut(k)) });
        backdrop(stage, { palette: "morning", x: 360, y: 450, rx: 340, ry: 420, seed: 101, view: "window" });
        specks(stage.ctx, stage.now, { count: 26, colour: "#fffbe8", speed: -20, size: 4 });
        stage.layer(1, () => {
          bust(stage, teo, { x: 590, y: 560, size: 0.84, face: -1, light: "morning" });
          bust(stage, noor, { x: 130, y: 590, size: 0.84, light: "morning" });
        });
      },
    },
    {
      until: 9.4,
      paint(stage, t, k) {
        const up = easeOut(smooth(t, 0.1, 0.9));
        stage.look({ zoom: mix(1, 1.14, easeInOut(k)) });
        backdrop(stage, { palette: "turquoise", x: 360, y: 450, rx: 330, ry: 380, seed: 103 });
        stage.layer(1, (ctx) => {
          for (const side of [1, -1]) {
            ctx.save();
            ctx.translate(360 - side * mix(900, 318, up), 640 + side * 70 + Math.sin(t * 1.6 + side) * 5);
            ctx.scale(side, 1);
            ctx.rotate(-0.42);
            handHolding(ctx, {
              paint() {
                ctx.save();
                ctx.translate(236, -80);
                ctx.rotate(0.3);
                ctx.scale(side, 1);
                letter(ctx, { size: 1.2, lines: 3 });
                ctx.restore();
              },
            });
            ctx.restore();
          }
        });
      },
    },
    {
      until: 13,
      paint(stage, t, k) {
        const shade = smooth(t, 1.6, 2.6);
        stage.look({ y: mix(10, -40, easeInOut(k)), zoom: mix(1.04, 1.16, easeInOut(k)), shake: 4 * shade });
        backdrop(stage, { palette: "morning", x: 430, y: 380, rx: 360, ry: 430, seed: 105, view: "roofs" });
        stage.layer(1, () => {
          bust(stage, teo, {
            x: 440,
            y: 500,
            size: 0.86,
            light: "morning",
            tilt: -0.22 * smooth(t, 1.9, 2.6),
            gaze: 0.4,
          });
          bust(stage, noor, {
            x: 220,
            y: 660,
            size: 0.9,
            light: "morning",
            tilt: -0.26 * smooth(t, 2.1, 2.8),
            gaze: 0.4,
          });
        });
        fade(stage, 0.42 * shade, "#2c1240");
      },
    },
    {
      until: 18,
      paint(stage, t, k) {
        const near = easeInOut(smooth(t, 0.2, 4.6));
        stage.look({ y: mix(30, -20, k), zoom: mix(1.02, 1.1, k), shake: 6 * near });
        canal(stage, {
          live(ctx) {
            ctx.translate(360, mix(830, 960, near));
            ctx.rotate(Math.sin(t * 1.2) * 0.03);
            paperBoat(ctx, 0, 0, mix(1.4, 7.6, near));
          },
        });
        fade(stage, smooth(t, 4.5, 4.9), "#2c1240");
      },
    },
  ],
  captions: cues(`
    0.5 2.2 noor
      We've met?
      ¿Nos conocemos?
      هل التقينا؟
    2.3 5.2 teo
      Tomorrow. You were charming. And soaked.
      Mañana. Estuviste encantadora. Y empapada.
      غدًا. كنتِ لطيفة. ومبتلّة تمامًا.
    5.6 7.4 teo
      I got a letter too. My own hand.
      Yo también recibí una. De mi puño.
      وصلتني رسالة أيضًا. بخطّ يدي.
    7.5 9.2 noor
      How does yours end?
      ¿Cómo acaba la tuya?
      كيف تنتهي رسالتك؟
    9.5 10.9 teo
      One word. “Duck.”
      Una palabra. «Agáchate.»
      بكلمة واحدة. «انخفضي».
    11 12.8 noor
      …Mine as well.
      …La mía también.
      …ورسالتي كذلك.
    14 16.2 teo
      Noor? I think it's tomorrow.
      ¿Noor? Creo que ya es mañana.
      نور؟ أظنّ أن الغد قد وصل.
  `),
  score(play) {
    play.gulls({ at: 0.4, gain: 0.04 });
    play.tune(
      "pluck",
      "0.2:G4 0.75:B4 1.3:D5 1.85:G5 2.4:F#5 2.95:D5 3.5:B4 4.05:D5 4.6:E5 5.15:D5 5.7:B4 6.25:G4 6.8:A4 7.35:C5 7.9:E5 8.45:D5",
      { gain: 0.28, spread: 0.3 },
    );
    play.tune("pluck", "0.2:G2 1.3:D3 2.4:C3 3.5:D3 4.6:E3 5.7:C3 6.8:A2 7.9:D3", {
      gain: 0.34,
      seconds: 1.4,
    });
    play.pad({ at: 0, seconds: 9.4, notes: ["G3", "D4", "F#4"], gain: 0.02, bright: 1500 });
    play.click({ at: 5.5, gain: 0.18, note: 900 });
    play.pad({ at: 9.2, seconds: 4.6, notes: ["C#3", "G3", "E4"], gain: 0.04 });
    play.drone({ at: 10.6, seconds: 7.4, note: "C2", gain: 0.2 });
    play.heart({ at: 11, count: 2, gap: 0.8, gain: 0.4 });
    play.waves({ at: 11.5, seconds: 6.5, gain: 0.35, period: 6 });
    play.boom({ at: 12.9, gain: 0.6 });
    play.boom({ at: 14.4, gain: 0.7 });
    play.boom({ at: 15.9, gain: 0.8 });
    play.riser({ at: 14.6, seconds: 2.8, gain: 0.22 });
    play.sting({ at: 17.3, gain: 0.4, notes: ["G3", "B3", "Eb4", "F#4"], seconds: 0.7 });
  },
};
