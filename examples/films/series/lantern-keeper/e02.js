/** Episode 2: Mara signals back, and the other light spells a name. */
import { bust } from "../../cast/bust.js";
import { hand } from "../../cast/hands.js";
import { iven } from "../../cast/iven.js";
import { mara } from "../../cast/mara.js";
import { backdrop } from "../../places/backdrops.js";
import { harbour } from "../../places/harbour.js";
import { lantern } from "../../places/props.js";
import { easeInOut, mix, smooth, strike } from "../../stage/ease.js";
import { glow } from "../../stage/light.js";
import { morse, signal } from "../../stage/morse.js";
import { rain } from "../../stage/weather.js";
import { cues } from "../cues.js";

const signals = [1.2, 2.1, 3.0];
const name = morse("MARA", { at: 0.15, unit: 0.15 });
const sum = (times, t, fall) =>
  Math.min(
    1,
    times.reduce((total, at) => total + strike(t, at, fall), 0),
  );

export default {
  id: "e02",
  title: "The answer",
  synopsis: "Mara sends three flashes across the water. What comes back is spelled out, letter by letter.",
  seconds: 18,
  shots: [
    {
      until: 4.4,
      paint(stage, t, k) {
        const lit = 0.12 + 0.88 * Math.max(1 - smooth(t, 0.75, 0.85), sum(signals, t, 0.25));
        stage.look({ x: mix(-20, 20, k), zoom: mix(1, 1.08, easeInOut(k)), shake: 2 });
        backdrop(stage, { palette: "storm", x: 470, y: 480, rx: 320, ry: 410, seed: 8, view: "bay" });
        rain(stage.ctx, stage.now, { strength: 0.8 });
        stage.layer(1, (ctx) => {
          glow(ctx, 474, 650, 760, "255,170,80", lit * 1.2);
          ctx.save();
          ctx.translate(474, 440);
          ctx.rotate(Math.sin(t * 2) * 0.06);
          lantern(ctx, { size: 2.5, lit });
          ctx.restore();
          ctx.save();
          ctx.translate(250, 450 + Math.sin(t * 1.5) * 5);
          ctx.rotate(-0.06);
          hand(ctx, { light: "amber", curl: 0.75 });
          ctx.restore();
        });
      },
    },
    {
      until: 9.6,
      paint(stage, t, k) {
        stage.look({ x: mix(-150, -180, k), y: mix(-40, -56, k), zoom: mix(1.9, 2.3, easeInOut(k)) });
        harbour(stage, { home: 0, far: signal(name, t), farAngle: 0.2, sky: "black", wet: 0.4 });
      },
    },
    {
      until: 13.4,
      paint(stage, t, k) {
        stage.look({ x: mix(-10, 20, k), zoom: mix(1.02, 1.12, easeInOut(k)) });
        backdrop(stage, { palette: "cyan", x: 540, y: 440, seed: 12, view: "bay" });
        stage.layer(1, () =>
          bust(stage, mara, {
            x: 320,
            y: 530,
            size: 1.1,
            light: "cyan",
            gaze: 0.3,
            tilt: -0.04 + 0.03 * smooth(t, 1, 2),
          }),
        );
        glow(stage.ctx, 700, 400, 520, "190,250,255", 0.2 + 0.5 * signal(morse("MARA", { unit: 0.12 }), t));
      },
    },
    {
      until: 18,
      paint(stage, t, k) {
        stage.look({ x: mix(14, -10, k), zoom: mix(1, 1.2, easeInOut(k)), y: mix(0, -30, k) });
        backdrop(stage, { palette: "amber", x: 370, y: 480, rx: 310, ry: 440, seed: 21, view: "window" });
        const turn = smooth(t, 0.2, 0.9);
        stage.layer(1, () => {
          bust(stage, mara, { x: mix(120, 150, turn), y: 560, size: 0.86, light: "amber" });
          bust(stage, iven, {
            x: mix(760, 590, turn),
            y: 545,
            size: 0.86,
            face: -1,
            light: "amber",
            tilt: 0.05 * turn,
          });
        });
      },
    },
  ],
  captions: cues(`
    0.5 2.2 mara
      Three flashes. That means “hello”.
      Tres destellos. Eso es «hola».
      ثلاث ومضات. معناها «مرحبًا».
    2.3 4.3 iven
      Or “help”. Or “rocks”.
      O «socorro». O «rocas».
      أو «النجدة». أو «صخور».
    4.8 7.2 mara
      It's spelling. M… A…
      Está deletreando. M… A…
      إنه يتهجّى. م… ا…
    7.4 9.5 mara
      R… A.
      R… A.
      ر… ا.
    10.2 12.8 mara
      It knows my name.
      Sabe mi nombre.
      إنه يعرف اسمي.
    13.6 14.8 iven
      Don't answer it.
      No contestes.
      لا تردّي.
    14.9 15.8 mara
      Why not?
      ¿Por qué no?
      ولمَ لا؟
    15.9 17.9 iven
      Your mother did.
      Tu madre contestó.
      أمّكِ ردّت.
  `),
  score(play) {
    play.rain({ gain: 0.09 });
    play.wind({ gain: 0.1, pitch: 360 });
    for (const at of signals) {
      play.click({ at, gain: 0.25 });
      play.bell({ at, note: "D5", gain: 0.2 });
    }
    play.pad({ at: 0.2, seconds: 5, notes: ["D3", "F3", "A3"], gain: 0.04 });
    for (const { at, until } of name) {
      const long = until - at > 0.2;
      play.bell({ at: 4.4 + at, note: long ? "A4" : "E5", gain: 0.17, seconds: long ? 2 : 1, pan: -0.4 });
    }
    play.drone({ at: 4.4, seconds: 13.6, note: "D2", gain: 0.12 });
    play.pad({ at: 9.4, seconds: 5, notes: ["Bb2", "F3", "D4"], gain: 0.05 });
    play.heart({ at: 10.2, count: 4, gap: 0.8, gain: 0.5 });
    play.steps({ at: 13.3, count: 2, gap: 0.4, gain: 0.4 });
    play.bow({ at: 13.8, note: "A3", seconds: 1.4 });
    play.bow({ at: 15.0, note: "Bb3", seconds: 1.2 });
    play.riser({ at: 14.6, seconds: 1.6, gain: 0.12 });
    play.sting({ at: 16.2, gain: 0.5 });
  },
};
