/** Episode 1: the last letter of the round is from herself. */
import { bust } from "../../cast/bust.js";
import { figure } from "../../cast/figure.js";
import { handHolding } from "../../cast/hands.js";
import { noor } from "../../cast/noor.js";
import { teo } from "../../cast/teo.js";
import { backdrop } from "../../places/backdrops.js";
import { canal } from "../../places/canal.js";
import { numberNine } from "../../places/number-nine.js";
import { letter } from "../../places/props.js";
import { easeInOut, easeOut, mix, smooth } from "../../stage/ease.js";
import { specks } from "../../stage/weather.js";
import { cues } from "../cues.js";

export default {
  id: "e01",
  title: "Return to sender",
  synopsis: "One letter left in the bag, addressed to the postwoman. By the postwoman.",
  seconds: 19,
  seriesCover(stage) {
    stage.now = 1;
    stage.look({ zoom: 1.03 });
    canal(stage, { rower: noor, x: 350 });
  },
  shots: [
    {
      until: 4.8,
      paint(stage, _, k) {
        stage.look({ x: mix(-40, 40, k), y: mix(-20, 10, k), zoom: mix(1.02, 1.12, easeInOut(k)) });
        canal(stage, { rower: noor, x: mix(280, 400, k) });
      },
    },
    {
      until: 9,
      paint(stage, t, k) {
        const up = easeOut(smooth(t, 0, 0.7));
        stage.look({ zoom: mix(1, 1.12, easeInOut(k)), x: mix(-8, 10, k) });
        backdrop(stage, { palette: "turquoise", x: 390, y: 470, rx: 340, ry: 420, seed: 91, view: "roofs" });
        stage.layer(1, (ctx) => {
          ctx.translate(mix(-500, 130, up), 660 + Math.sin(t * 1.6) * 5);
          ctx.rotate(mix(0.3, -0.3, up) + Math.sin(t * 1.3) * 0.012);
          handHolding(ctx, {
            paint() {
              ctx.translate(296, -96);
              ctx.rotate(0.22);
              letter(ctx, { size: 1.75, lines: 3 });
            },
          });
        });
        specks(stage.ctx, stage.now, { count: 24, colour: "#fffdf0", speed: -20, size: 4 });
      },
    },
    {
      until: 13.6,
      paint(stage, t, k) {
        stage.look({ x: mix(-8, 18, k), zoom: mix(1.02, 1.12, easeInOut(k)) });
        backdrop(stage, { palette: "morning", x: 500, y: 450, seed: 93, view: "roofs" });
        stage.layer(1, () =>
          bust(stage, noor, {
            x: 310,
            y: 560,
            size: 1.04,
            light: "morning",
            gaze: mix(0.1, 0.5, smooth(t, 2.6, 2.9)),
            tilt: mix(0.1, -0.02, smooth(t, 2.5, 3)),
          }),
        );
        specks(stage.ctx, stage.now, { count: 20, colour: "#fffbe8", speed: -24, size: 4 });
      },
    },
    {
      until: 19,
      paint(stage, t, k) {
        const open = easeInOut(smooth(t, 2.6, 3.8));
        stage.look({ x: mix(0, 34, k), y: mix(20, -30, k), zoom: mix(1.02, 1.24, easeInOut(k)) });
        numberNine(stage, {
          open,
          inside: () =>
            figure(stage, teo, { x: 430, y: 975, h: 620, face: -1, light: "morning", arm: 0.5 * open }),
        });
        stage.layer(1, () =>
          figure(stage, noor, {
            x: 170,
            y: 1090,
            h: 620,
            light: "morning",
            arm: mix(0.9, 1.25, smooth(t, 0.4, 1)) - 0.5 * smooth(t, 2.4, 2.8),
          }),
        );
      },
    },
  ],
  captions: cues(`
    0.6 2.6 noor
      Last letter of the round.
      La última carta del reparto.
      آخر رسالة في الجولة.
    2.8 4.7 noor
      To… “Noor, post boat seven”?
      Para… ¿«Noor, barca siete»?
      إلى… «نور، قارب البريد السابع»؟
    5.2 7 noor
      That's my handwriting.
      Esta es mi letra.
      هذا خطّ يدي.
    7.2 8.9 noor
      And tomorrow's date.
      Y la fecha de mañana.
      وتاريخ الغد.
    9.3 12.2 noor
      “Whatever you do, don't ring at number nine.”
      «Hagas lo que hagas, no llames al nueve.»
      «مهما حدث، لا تقرعي جرس الرقم تسعة.»
    12.4 13.5 noor
      …I just rang.
      …Acabo de llamar.
      …قرعته للتوّ.
    14 15.4
      [A bell, far inside]
      [Un timbre, muy adentro]
      [جرس بعيد في الداخل]
    16.8 18.8 teo
      Noor! You're early. Tomorrow said ten.
      ¡Noor! Llegas pronto. Mañana dijo a las diez.
      نور! بكّرتِ. الغد قال العاشرة.
  `),
  score(play) {
    play.waves({ gain: 0.09, period: 3 });
    play.gulls({ at: 0.8 });
    play.gulls({ at: 3.4, count: 2, pan: -0.5, gain: 0.04 });
    play.tune(
      "pluck",
      "0.3:G4 0.85:B4 1.4:D5 1.95:E5 2.5:D5 3.05:B4 3.6:A4 4.15:G4 4.7:E4 5.25:G4 5.8:A4 6.35:B4 6.9:G4 7.45:E4 8.0:D4 8.55:G4",
      { gain: 0.3, spread: 0.3 },
    );
    play.tune("pluck", "0.3:G2 1.4:D3 2.5:E3 3.6:C3 4.7:G2 5.8:D3 6.9:E3 8:C3", { gain: 0.34, seconds: 1.4 });
    play.pad({ at: 0, seconds: 9.6, notes: ["G3", "B3", "D4"], gain: 0.022, bright: 1500 });
    for (const at of [1.2, 2.9]) play.splash({ at, gain: 0.14, pan: 0.3 });
    play.click({ at: 5, gain: 0.2, note: 900 });
    play.pad({ at: 9.2, seconds: 4.4, notes: ["E3", "G3", "C#4"], gain: 0.035 });
    play.tune("pluck", "9.4:E4 9.9:G4 10.4:C#5 10.9:E4 11.4:G4 11.9:C#5", { gain: 0.24 });
    play.bell({ at: 14.0, note: "E6", gain: 0.24, seconds: 2 });
    play.bell({ at: 14.28, note: "C6", gain: 0.24, seconds: 2.4 });
    play.steps({ at: 14.8, count: 4, gap: 0.36, gain: 0.3 });
    play.creak({ at: 16.2, seconds: 1, gain: 0.22, from: 60, to: 110 });
    play.riser({ at: 14.9, seconds: 1.8, gain: 0.08 });
    play.sting({ at: 17.2, gain: 0.32, notes: ["G3", "B3", "Eb4", "F#4"] });
  },
};
