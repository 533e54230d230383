/** Episode 1: the lamp goes out, and the tower that burned down answers. */
import { bust } from "../../cast/bust.js";
import { iven } from "../../cast/iven.js";
import { mara } from "../../cast/mara.js";
import { backdrop } from "../../places/backdrops.js";
import { harbour } from "../../places/harbour.js";
import { lampRoom } from "../../places/lamp-room.js";
import { lantern } from "../../places/props.js";
import { easeInOut, mix, smooth, strike } from "../../stage/ease.js";
import { flash, glow } from "../../stage/light.js";
import { strokes } from "../../stage/paper.js";
import { specks } from "../../stage/weather.js";
import { cues } from "../cues.js";

export default {
  id: "e01",
  title: "The light goes out",
  synopsis: "First rule of the tower: the lantern never goes out. Nobody ever needed a second rule.",
  seconds: 19,
  seriesCover(stage) {
    stage.now = 1;
    stage.look({});
    backdrop(stage, { palette: "amber", x: 470, y: 470, rx: 320, ry: 440, seed: 9, view: "bay" });
    stage.layer(1, (ctx) => {
      bust(stage, mara, { x: 280, y: 540, size: 1.02, light: "amber", open: 0, blink: 0, gaze: 0.2 });
      glow(ctx, 590, 700, 520, "255,190,100", 0.8);
      ctx.translate(590, 560);
      lantern(ctx, { size: 2.2, lit: 1 });
      strokes(ctx, ["M0 14 V-900"], "#1a1226", 6);
    });
  },
  shots: [
    {
      until: 4.2,
      paint(stage, t, k) {
        stage.look({ y: mix(-10, 20, easeInOut(k)), x: mix(0, 26, k), zoom: mix(1.02, 1.16, easeInOut(k)) });
        harbour(stage, { angle: 3.5 - t * 0.16 });
        flash(stage.ctx, strike(t, 2.9, 0.12) * 0.4);
      },
    },
    {
      until: 9.4,
      paint(stage, t, k) {
        const dying = 1 - smooth(t, 3.9, 4.1) + strike(t, 4.25, 0.08) * 0.7 - strike(t, 3.4, 0.06) * 0.5;
        stage.look({ x: mix(-24, 26, k), zoom: mix(1.02, 1.1, k) });
        lampRoom(stage, { lit: Math.max(0, dying), turn: t * 0.9 });
        const light = dying > 0.4 ? "amber" : "night";
        stage.layer(1, () => {
          bust(stage, iven, { x: 560, y: 560, size: 0.62, face: -1, light });
          bust(stage, mara, { x: 170, y: 560, size: 0.66, light, tilt: -0.03 });
        });
      },
    },
    {
      until: 14.2,
      paint(stage, t, k) {
        const answer = [0.9, 1.9, 2.9].reduce((sum, at) => sum + strike(t, at, 0.22), 0);
        stage.look({
          x: mix(-70, -110, k),
          y: mix(-30, -70, easeInOut(k)),
          zoom: mix(1.3, 1.75, easeInOut(k)),
        });
        harbour(stage, { home: 0, far: Math.min(1, answer), farAngle: 0.25, sky: "black", wet: 0.7 });
      },
    },
    {
      until: 19,
      paint(stage, t, k) {
        const pulse = strike(t, 3.6, 0.5) + strike(t, 4.1, 0.5);
        stage.look({ x: mix(0, 30, k), zoom: mix(1, 1.14, easeInOut(k)) });
        backdrop(stage, { palette: "cyan", x: 560, y: 420, rx: 360, ry: 430, view: "bay" });
        stage.layer(0.9, () => bust(stage, iven, { x: 400, y: 460, size: 0.88, light: "cyan" }));
        stage.layer(1.05, () => bust(stage, mara, { x: 190, y: 650, size: 0.9, light: "cyan", gaze: 0.4 }));
        glow(stage.ctx, 720, 420, 620, "190,250,255", 0.25 + pulse * 0.6);
        specks(stage.ctx, stage.now, { count: 26, colour: "#e8feff", speed: 24, size: 3 });
      },
    },
  ],
  captions: cues(`
    0.5 3.9
      Forty years. One light. Not one night dark.
      Cuarenta años. Una luz. Ni una noche a oscuras.
      أربعون عامًا. ضوء واحد. ولا ليلةٌ مظلمة.
    4.4 6.2 iven
      Rule one: the lantern never goes out.
      Regla uno: el farol no se apaga nunca.
      القاعدة الأولى: الفانوس لا ينطفئ أبدًا.
    6.2 7.2 mara
      And rule two?
      ¿Y la dos?
      والثانية؟
    7.2 9.3 iven
      Never needed a r—
      Nunca hizo falta u—
      لم نحتج قطّ إلى—
    9.9 12.2
      [Across the bay: three flashes]
      [Al otro lado de la bahía: tres destellos]
      [عبر الخليج: ثلاث ومضات]
    12.3 14.4 mara
      Someone's answering.
      Alguien contesta.
      هناك من يردّ.
    14.5 16.6 iven
      From the old tower?
      ¿Desde la torre vieja?
      من البرج القديم؟
    16.7 18.9 iven
      Mara… that tower burned down. Twenty years ago.
      Mara… esa torre ardió. Hace veinte años.
      مارا… ذلك البرج احترق. قبل عشرين سنة.
  `),
  score(play) {
    play.rain({ gain: 0.1, seconds: 9.4 });
    play.rain({ at: 9.2, seconds: 9.8, gain: 0.05 });
    play.wind({ gain: 0.12 });
    play.waves({ gain: 0.12, seconds: 5 });
    play.thunder({ at: 3.0, near: 0.6, gain: 0.55 });
    play.pad({ at: 0, seconds: 8.2, notes: ["D3", "A3", "F4"], gain: 0.045 });
    play.tune("bell", "0.6:D5 1.4:F5 2.2:E5 3.4:A4", { gain: 0.12 });
    play.clockwork({ at: 4.3, seconds: 3.8, gain: 0.07 });
    play.ignite({ at: 8.1, gain: 0.3 });
    play.boom({ at: 8.3, gain: 0.7 });
    play.drone({ at: 8.6, seconds: 10.4, note: "D2", gain: 0.13 });
    play.tune("bell", "10.3:A4 11.3:A4 12.3:E5", { gain: 0.3, seconds: 4 });
    play.heart({ at: 13.4, count: 4, gap: 0.85, gain: 0.5 });
    play.riser({ at: 15.6, seconds: 2.2, gain: 0.12 });
    play.sting({ at: 17.8, gain: 0.5 });
  },
};
