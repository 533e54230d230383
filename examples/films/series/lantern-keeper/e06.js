/** Episode 6: mother and daughter; and grandfather is not alone at home. */
import { bust } from "../../cast/bust.js";
import { elin } from "../../cast/elin.js";
import { iven } from "../../cast/iven.js";
import { mara } from "../../cast/mara.js";
import { shadow } from "../../cast/shadow.js";
import { voss } from "../../cast/voss.js";
import { backdrop } from "../../places/backdrops.js";
import { harbour } from "../../places/harbour.js";
import { lampRoom } from "../../places/lamp-room.js";
import { easeInOut, mix, smooth, strike } from "../../stage/ease.js";
import { glow } from "../../stage/light.js";
import { specks } from "../../stage/weather.js";
import { cues } from "../cues.js";

export default {
  id: "e06",
  title: "The other keeper",
  synopsis: "Two women, one profile, and twenty years to explain in the time a lamp takes to burn out.",
  seconds: 19,
  cover(stage) {
    stage.now = 1.4;
    stage.look({ zoom: 1.04 });
    backdrop(stage, { palette: "cyan", x: 360, y: 470, rx: 270, ry: 430, seed: 61 });
    stage.layer(1, () => {
      bust(stage, mara, { x: 120, y: 540, size: 0.94, light: "cyan", open: 0, blink: 0 });
      shadow(stage, elin, { x: 600, y: 540, size: 0.94, face: -1, colour: "#0b1c3f", alpha: 1, blur: 2 });
    });
    glow(stage.ctx, 365, 520, 420, "220,252,255", 0.6);
  },
  shots: [
    {
      until: 6.4,
      paint(stage, t, k) {
        stage.look({ x: mix(-26, 20, k), zoom: mix(1, 1.1, easeInOut(k)) });
        lampRoom(stage, { lit: 0.9 + 0.1 * Math.sin(t * 9), turn: t * 0.5, colour: "180,240,250", wet: 0.4 });
        stage.layer(1, () => {
          bust(stage, mara, { x: mix(110, 160, k), y: 560, size: 0.78, light: "cyan", tilt: -0.03 });
          bust(stage, elin, { x: mix(640, 570, k), y: 550, size: 0.8, face: -1, light: "cyan" });
        });
      },
    },
    {
      until: 10.8,
      paint(stage, _, k) {
        stage.look({ x: mix(16, -16, k), zoom: mix(1.02, 1.14, easeInOut(k)) });
        backdrop(stage, { palette: "cyan", x: 260, y: 430, rx: 360, ry: 450, seed: 66, view: "window" });
        stage.layer(1, () =>
          bust(stage, elin, { x: 330, y: 530, size: 1.0, face: -1, light: "cyan", gaze: 0.2 }),
        );
        specks(stage.ctx, stage.now, { count: 30, colour: "#f0ffff", speed: -16, size: 3.4 });
      },
    },
    {
      until: 15.2,
      paint(stage, t, k) {
        const loom = easeInOut(smooth(t, 0.6, 3.4));
        stage.look({ x: mix(-10, 12, k), zoom: mix(1, 1.1, k) });
        backdrop(stage, { palette: "amber", x: 400, y: 440, rx: 470, ry: 520, seed: 68 });
        stage.layer(0.6, () => {
          shadow(stage, voss, {
            x: mix(840, 470, loom),
            y: 520,
            size: mix(0.8, 1.0, loom),
            face: -1,
            colour: "#3a1230",
            alpha: 0.9,
            blur: 4,
          });
        });
        stage.layer(1.1, () => bust(stage, iven, { x: 170, y: 760, size: 0.8, light: "amber", tilt: 0.05 }));
      },
    },
    {
      until: 19,
      paint(stage, t, k) {
        const lit = 1 - smooth(t, 1.5, 1.62) + 0.5 * strike(t, 1.75, 0.06);
        stage.look({ x: mix(30, 50, k), y: mix(-40, -70, k), zoom: mix(1.2, 1.42, easeInOut(k)) });
        harbour(stage, {
          home: Math.min(1, lit),
          far: 0.9,
          farAngle: 0.1,
          sky: "black",
          angle: 3.3 - t * 0.2,
          wet: 0.8,
        });
      },
    },
  ],
  captions: cues(`
    0.4 2 mara
      You drowned.
      Tú te ahogaste.
      أنتِ غرقتِ.
    2.1 4 elin
      I hid. It's wetter.
      Me escondí. Moja más.
      بل اختبأت. وهذا أكثر بللًا.
    4.1 6.2 mara
      Twenty years? From whom?
      ¿Veinte años? ¿De quién?
      عشرين سنة؟ ممّن؟
    6.6 8.6 elin
      From the man who puts out lights.
      Del hombre que apaga las luces.
      من الرجل الذي يطفئ الأضواء.
    8.7 10.7 elin
      Tall hat. Green eye. You've met.
      Chistera. Ojo verde. Ya os conocéis.
      قبعة طويلة. عين خضراء. لقد التقيتما.
    11.4 13 iven
      We're closed.
      Está cerrado.
      لقد أغلقنا.
    13.1 15 voss
      I've come to make it permanent.
      Vengo a que sea para siempre.
      جئتُ لأجعله إغلاقًا دائمًا.
    16.8 18.8 mara
      Grandfather…
      Abuelo…
      جدّي…
  `),
  score(play) {
    play.wind({ gain: 0.1, pitch: 380 });
    play.clockwork({ seconds: 6.2, gain: 0.06, gap: 0.6 });
    play.pad({ at: 0, seconds: 7, notes: ["F3", "C4", "A4"], gain: 0.04, bright: 1200 });
    play.tune("bow", "0.6:D4 1.5:F4 2.4:E4 3.6:A4 4.8:G4", { seconds: 1.3, gain: 0.1 });
    play.pad({ at: 6.2, seconds: 5, notes: ["D3", "A3", "F4"], gain: 0.045 });
    play.tune("bell", "6.8:D5 7.6:F5 8.4:E5 9.4:Bb4", { gain: 0.12 });
    play.creak({ at: 10.7, seconds: 1, gain: 0.28 });
    play.steps({ at: 11.2, count: 5, gap: 0.75, gain: 0.5 });
    play.drone({ at: 10.6, seconds: 8.4, note: "C2", gain: 0.16 });
    play.tune("pluck", "11.4:C3 12:Eb3 12.6:F#3 13.2:G3 13.8:F#3 14.4:Eb3", { gain: 0.26 });
    play.rain({ at: 15, seconds: 4, gain: 0.09 });
    play.riser({ at: 15.1, seconds: 1.6, gain: 0.12 });
    play.ignite({ at: 16.6, gain: 0.3 });
    play.sting({ at: 16.7, gain: 0.55 });
  },
};
