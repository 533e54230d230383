/** Episode 3: the harbourmaster brings a locket off a ship without a crew. */
import { bust } from "../../cast/bust.js";
import { figure } from "../../cast/figure.js";
import { hand } from "../../cast/hands.js";
import { mara } from "../../cast/mara.js";
import { voss } from "../../cast/voss.js";
import { backdrop } from "../../places/backdrops.js";
import { kitchen } from "../../places/door.js";
import { locket } from "../../places/props.js";
import { easeInOut, easeOut, mix, smooth, strike } from "../../stage/ease.js";
import { flash, glow } from "../../stage/light.js";
import { specks } from "../../stage/weather.js";
import { cues } from "../cues.js";

export default {
  id: "e03",
  title: "The harbourmaster",
  synopsis:
    "Three knocks in a storm. Voss has found a ship with nobody aboard, and a picture that cannot exist.",
  seconds: 19,
  shots: [
    {
      until: 5.4,
      paint(stage, t, k) {
        const knocked = strike(t, 0.5, 0.06) + strike(t, 0.92, 0.06) + strike(t, 1.34, 0.06);
        const open = easeInOut(smooth(t, 2.3, 3.3));
        stage.look({
          x: mix(-10, 34, k),
          y: mix(0, -30, k),
          zoom: mix(1.02, 1.2, easeInOut(k)),
          shake: knocked * 5,
        });
        kitchen(stage, {
          open,
          outside: () =>
            figure(stage, voss, {
              x: 490,
              y: 938,
              h: 640,
              face: -1,
              light: "green",
              arm: 0.2,
              holds: "cane",
            }),
        });
        stage.layer(1.05, () =>
          figure(stage, mara, { x: 190, y: 1080, h: 600, light: "amber", arm: 0.1 + open * 0.2 }),
        );
        flash(stage.ctx, strike(t, 3.2, 0.14) * 0.5);
      },
    },
    {
      until: 10,
      paint(stage, t, k) {
        stage.look({ x: mix(20, -16, k), zoom: mix(1, 1.12, easeInOut(k)) });
        backdrop(stage, { palette: "green", x: 260, y: 470, seed: 5, view: "masts" });
        stage.layer(1, () =>
          bust(stage, voss, {
            x: 400,
            y: 570,
            size: 1.02,
            face: -1,
            light: "green",
            tilt: 0.04 * Math.sin(t),
          }),
        );
        specks(stage.ctx, stage.now, { count: 20, colour: "#e6ffc0", speed: 40, size: 3 });
      },
    },
    {
      until: 14.4,
      paint(stage, t, k) {
        const down = easeOut(smooth(t, 0, 0.9));
        stage.look({ zoom: mix(1, 1.22, easeInOut(k)), y: mix(0, -16, k) });
        backdrop(stage, { palette: "red", x: 400, y: 480, rx: 320, ry: 400, seed: 15 });
        const swing = Math.sin(t * 2.4) * 0.09 * (1.25 - k);
        stage.layer(1, (ctx) => {
          ctx.save();
          ctx.translate(mix(900, 420, down), 120);
          ctx.save();
          ctx.rotate(swing);
          ctx.translate(0, 440);
          ctx.scale(1.3, 1.3);
          locket(ctx, () =>
            bust(stage, mara, { x: -4, y: 16, size: 0.36, light: "amber", blink: 0, detail: 0.7 }),
          );
          ctx.restore();
          ctx.translate(236, -18);
          ctx.rotate(0.1);
          ctx.scale(-1.05, 1.05);
          hand(ctx, { light: "green", curl: 0.9 });
          ctx.restore();
          glow(ctx, 420, 500, 420, "255,210,130", 0.35);
        });
      },
    },
    {
      until: 19,
      paint(stage, t, k) {
        stage.look({
          x: mix(0, 24, k),
          zoom: mix(1.04, 1.24, easeInOut(k)),
          y: mix(0, 20, k),
          shake: 3 * smooth(t, 3.2, 3.6),
        });
        backdrop(stage, { palette: "red", x: 520, y: 440, seed: 31, view: "window" });
        stage.layer(1, () =>
          bust(stage, mara, {
            x: 320,
            y: 520,
            size: 1.12,
            light: "amber",
            gaze: mix(0.4, -0.3, smooth(t, 2.6, 3)),
            tilt: 0.05 * smooth(t, 2.4, 3.2),
          }),
        );
      },
    },
  ],
  captions: cues(`
    0.4 1.9
      [Three knocks]
      [Tres golpes]
      [ثلاث طرقات]
    3.2 5.3 voss
      A dark lamp, a dead ship. Good evening.
      Faro apagado, barco muerto. Buenas noches.
      مصباح مظلم، وسفينة ميتة. مساء الخير.
    5.6 7.6 voss
      She hit the rocks. Nobody aboard.
      Chocó con las rocas. Nadie a bordo.
      ارتطمت بالصخور. ولا أحد على متنها.
    7.8 9.9 voss
      Only this. With you inside.
      Solo esto. Y dentro, usted.
      هذه فقط. وأنتِ بداخلها.
    10.6 12.2 mara
      That's me.
      Soy yo.
      هذه أنا.
    12.3 14.3 voss
      In that very scarf.
      Con esa misma bufanda.
      بهذا الوشاح نفسه.
    14.7 16.2 mara
      The locket is old.
      El relicario es viejo.
      القلادة قديمة.
    16.5 18.9 mara
      I bought this scarf this morning.
      Esta bufanda la compré esta mañana.
      هذا الوشاح اشتريته هذا الصباح.
  `),
  score(play) {
    play.rain({ seconds: 5.6, gain: 0.09, inside: true });
    play.rain({ at: 2.5, seconds: 3, gain: 0.1 });
    play.rain({ at: 5, seconds: 14, gain: 0.05, inside: true });
    play.knock({ at: 0.5 });
    play.creak({ at: 2.2, seconds: 1.3, gain: 0.32 });
    play.thunder({ at: 3.2, near: 0.9, gain: 0.6 });
    play.drone({ at: 3.3, seconds: 15.7, note: "C2", gain: 0.12 });
    play.tune("pluck", "5.5:C3 6.1:Eb3 6.7:F#3 7.3:Eb3 7.9:C3 8.5:Eb3 9.1:F#3 9.7:G3", { gain: 0.24 });
    play.steps({ at: 5.0, count: 2, gap: 0.6, gain: 0.4 });
    play.bell({ at: 10.2, note: "G5", gain: 0.12 });
    play.tune("bell", "10.6:D5 11.1:F5 11.6:E5 12.4:A4 13.2:Bb4", { gain: 0.13, seconds: 2 });
    play.pad({ at: 10, seconds: 6, notes: ["G3", "Bb3", "D4"], gain: 0.04 });
    play.heart({ at: 14.5, count: 3, gap: 0.8, gain: 0.55 });
    play.riser({ at: 15.2, seconds: 2, gain: 0.14 });
    play.sting({ at: 17.2, gain: 0.5 });
  },
};
