/** Episode 8: fire on the water, two lights, and what they were for. */
import { bust } from "../../cast/bust.js";
import { elin } from "../../cast/elin.js";
import { mara } from "../../cast/mara.js";
import { backdrop } from "../../places/backdrops.js";
import { greatEye } from "../../places/deep.js";
import { narrows } from "../../places/narrows.js";
import { easeInOut, mix, smooth, strike } from "../../stage/ease.js";
import { fade } from "../../stage/finish.js";
import { beam, flash } from "../../stage/light.js";
import { specks } from "../../stage/weather.js";
import { cues } from "../cues.js";

export default {
  id: "e08",
  title: "Two lights",
  synopsis: "For the first time in twenty years both towers burn. Only then do they learn what for.",
  seconds: 20,
  cover(stage) {
    stage.now = 4;
    stage.look({ zoom: 1.02 });
    narrows(stage, { home: 1, far: 1, homeAngle: 3.42, farAngle: -0.26, fire: 0 });
  },
  shots: [
    {
      until: 5,
      paint(stage, t, k) {
        stage.look({ x: mix(-16, 12, k), y: mix(60, 10, k), zoom: mix(1.16, 1.04, easeInOut(k)) });
        narrows(stage, {
          far: 0.8,
          farAngle: 0.15,
          fire: 0.25 + 0.75 * smooth(t, 0, 1.6),
          ships: smooth(t, 0, 1.2),
        });
        flash(stage.ctx, strike(t, 0, 0.25) * 0.5, "255,200,130");
      },
    },
    {
      until: 9.8,
      paint(stage, _, k) {
        stage.look({ x: mix(-16, 16, k), zoom: mix(1, 1.1, easeInOut(k)) });
        backdrop(stage, { palette: "red", x: 470, y: 450, rx: 340, ry: 430, seed: 85, view: "masts" });
        stage.layer(0.9, () => bust(stage, elin, { x: 470, y: 470, size: 0.86, light: "amber" }));
        stage.layer(1.05, () => bust(stage, mara, { x: 230, y: 640, size: 0.92, light: "amber", gaze: 0.3 }));
        specks(stage.ctx, stage.now, { count: 44, colour: "#ffd9a0", speed: -70, size: 4 });
      },
    },
    {
      until: 14.6,
      paint(stage, t, k) {
        const aim = easeInOut(smooth(t, 0.5, 2));
        stage.look({ y: mix(0, 20, k), zoom: mix(1.02, 1.18, easeInOut(k)), shake: 6 * smooth(t, 1.6, 3) });
        narrows(stage, {
          home: smooth(t, 0.2, 0.5),
          far: 1,
          homeAngle: mix(3.3, 2.32, aim),
          farAngle: mix(-0.2, 0.86, aim),
          rise: easeInOut(smooth(t, 1.5, 4.7)),
        });
      },
    },
    {
      until: 20,
      paint(stage, t, k) {
        const open = smooth(t, 1.3, 1.7) - 0.85 * Math.exp(-(((t - 2.3) / 0.12) ** 2));
        stage.look({ zoom: mix(1, 1.14, easeInOut(k)), shake: 7 * strike(t, 1.4, 0.6) });
        greatEye(stage, { open: Math.max(0.015, open), look: 0.6 * Math.sin(t * 1.1) * smooth(t, 2.6, 3) });
        stage.layer(0.7, (ctx) => {
          const sweep = mix(0.9, 2.2, smooth(t, 0, 1.5));
          beam(ctx, 360, -300, {
            angle: sweep,
            length: 1500,
            spread: 0.2,
            colour: "255,200,140",
            strength: 0.5 * (1 - smooth(t, 1.2, 1.6)),
          });
        });
        flash(stage.ctx, strike(t, 1.35, 0.2) * 0.4, "255,200,120");
        fade(stage, smooth(t, 5.1, 5.35));
      },
    },
  ],
  captions: cues(`
    0.5 2.4 mara
      All those wrecks…
      Tantos naufragios…
      كل هذا الحطام…
    2.6 4.8 elin
      And not one hit the rocks.
      Y ninguno chocó con las rocas.
      ولم ترتطم واحدة منها بالصخور.
    5.2 7.4 mara
      But the lamps are for the ships.
      Pero los faros son para los barcos.
      لكنّ المنارات للسفن.
    7.6 9.6 elin
      The lamps were never for the ships.
      Nunca fueron para los barcos.
      لم تكن للسفن يومًا.
    10.4 12.3 mara
      Then who are they for?
      Entonces, ¿para quién?
      فلمن إذن؟
    12.5 14.5 elin
      They keep it asleep.
      Para que siga dormido.
      كي يبقى نائمًا.
    16.4 18.2 mara
      Kept.
      Seguía.
      كان نائمًا.
  `),
  score(play) {
    play.waves({ gain: 0.16, seconds: 15 });
    play.ignite({ at: 0.1, gain: 0.5, seconds: 3 });
    play.wind({ gain: 0.1, pitch: 300 });
    play.drone({ at: 0, seconds: 20, note: "D2", gain: 0.13 });
    play.pad({ at: 0.3, seconds: 5.4, notes: ["D3", "F3", "Bb3"], gain: 0.05 });
    play.tune("bow", "0.8:D4 1.8:F4 2.8:E4 3.8:A3 5.4:D4 6.4:F4 7.4:E4 8.4:Bb3", {
      seconds: 1.3,
      gain: 0.12,
    });
    play.pad({ at: 9.6, seconds: 5.4, notes: ["D3", "A3", "D4", "F4"], gain: 0.055, bright: 1400 });
    play.tune("bell", "10:A4 10.4:A4 10.8:E5", { gain: 0.28, seconds: 4 });
    play.boom({ at: 11.4, gain: 0.6 });
    play.boom({ at: 12.4, gain: 0.7 });
    play.boom({ at: 13.4, gain: 0.8 });
    play.bow({ at: 11.4, note: "D2", seconds: 3.4, gain: 0.22 });
    play.thunder({ at: 11.6, near: 0.3, gain: 0.4 });
    play.riser({ at: 14, seconds: 2, gain: 0.2 });
    play.heart({ at: 14.7, count: 1, gain: 0.7 });
    play.sting({ at: 16, gain: 0.6 });
    play.heart({ at: 17.2, count: 2, gap: 1, gain: 0.6 });
    play.bell({ at: 18.4, note: "A4", gain: 0.2 });
    play.bell({ at: 18.8, note: "A4", gain: 0.2 });
    play.bell({ at: 19.2, note: "Eb5", gain: 0.24 });
  },
};
