/** Episode 5: the burned tower, and footprints that only go up. */
import { bust } from "../../cast/bust.js";
import { elin } from "../../cast/elin.js";
import { figure } from "../../cast/figure.js";
import { hand } from "../../cast/hands.js";
import { mara } from "../../cast/mara.js";
import { shadow } from "../../cast/shadow.js";
import { backdrop } from "../../places/backdrops.js";
import { lantern } from "../../places/props.js";
import { footprint, ruinOutside, stair, tread } from "../../places/ruin.js";
import { easeInOut, mix, smooth, strike } from "../../stage/ease.js";
import { flash, glow } from "../../stage/light.js";
import { across, around } from "../../stage/paper.js";
import { specks } from "../../stage/weather.js";
import { cues } from "../cues.js";

export default {
  id: "e05",
  title: "Footprints",
  synopsis: "Twenty years of dust on the stairs, and a fresh set of boots. Hers.",
  seconds: 19,
  cover(stage) {
    stage.now = 3;
    stage.look({ y: -10 });
    ruinOutside(stage, {
      live: () =>
        figure(stage, mara, { x: 240, y: 1010, h: 300, light: "night", arm: 0.7, holds: "lantern" }),
    });
  },
  shots: [
    {
      until: 4.6,
      paint(stage, t, k) {
        stage.look({ y: mix(40, -60, easeInOut(k)), zoom: mix(1.14, 1.02, k) });
        ruinOutside(stage, {
          live: () =>
            figure(stage, mara, {
              x: mix(110, 320, k),
              y: mix(1016, 984, k),
              h: 260,
              walk: t * 1.7,
              light: "night",
              arm: 0.7,
              holds: "lantern",
            }),
        });
      },
    },
    {
      until: 9.6,
      paint(stage, t, k) {
        const climb = 0.6 + t * 0.62;
        const foot = tread(climb);
        const y = tread(Math.floor(climb)).y - 74 * smooth(climb % 1, 0.55, 1);
        stage.look({ x: mix(-70, 90, k), y: mix(110, -60, k), zoom: 1.08 });
        stair(stage, {
          glowAt: { x: foot.x + 90, y: y - 260 },
          live: () =>
            figure(stage, mara, {
              x: foot.x + 40,
              y: y + 8,
              h: 470,
              walk: climb,
              light: "amber",
              arm: 0.95,
              holds: "lantern",
            }),
        });
      },
    },
    {
      until: 13,
      paint(stage, t, k) {
        stage.look({ y: mix(60, -40, easeInOut(k)), zoom: mix(1.02, 1.12, k) });
        dustFloor(stage, t);
      },
    },
    {
      until: 19,
      paint(stage, t, k) {
        const lit = smooth(t, 2.2, 2.5) - 0.3 * strike(t, 2.7, 0.1);
        stage.look({
          x: mix(10, -14, k),
          zoom: mix(1.02, 1.16, easeInOut(k)),
          shake: 4 * strike(t, 2.3, 0.5),
        });
        backdrop(stage, {
          palette: lit > 0.5 ? "cyan" : "night",
          x: 380,
          y: 430,
          rx: 340,
          ry: 420,
          seed: 51,
        });
        if (lit > 0.5) shadowOnWall(stage, t);
        stage.layer(1, () =>
          bust(stage, mara, {
            x: 250,
            y: 640,
            size: 0.9,
            light: lit > 0.5 ? "cyan" : "night",
            gaze: mix(0.3, -0.4, smooth(t, 2.6, 2.8)),
            tilt: -0.08 * smooth(t, 2.5, 3),
          }),
        );
        flash(stage.ctx, strike(t, 2.25, 0.2) * 0.6, "200,250,255");
      },
    },
  ],
  captions: cues(`
    0.5 2.4 mara
      Nobody's been here for twenty years.
      Nadie ha venido en veinte años.
      لا أحد جاء إلى هنا منذ عشرين سنة.
    4.9 6.8 mara
      So who left these?
      Entonces, ¿quién dejó esto?
      فمن ترك هذه إذن؟
    9.8 11.2 mara
      My size. My boots.
      Mi talla. Mis botas.
      مقاسي. وحذائي.
    11.3 12.9 mara
      All going up. None coming down.
      Todas suben. Ninguna baja.
      كلها تصعد. ولا واحدة تنزل.
    13.3 15 mara
      The lamp is cold. So who's been…
      La lámpara está fría. ¿Y quién…?
      المصباح بارد. فمن الذي…
    15.3 16.4
      [The lamp lights itself]
      [La lámpara se enciende sola]
      [المصباح يشتعل وحده]
    17 18.9 elin
      You're late.
      Llegas tarde.
      تأخّرتِ.
  `),
  score(play) {
    play.wind({ gain: 0.16, pitch: 330 });
    play.rain({ seconds: 5, gain: 0.05 });
    play.waves({ seconds: 5, gain: 0.1 });
    play.steps({ at: 0.5, count: 6, gap: 0.6, ground: "stone", gain: 0.25 });
    play.drone({ at: 0, seconds: 19, note: "C2", gain: 0.1, dark: 140 });
    play.steps({ at: 4.9, count: 7, gap: 0.66, gain: 0.4 });
    play.creak({ at: 6.4, seconds: 1.2, gain: 0.22, pan: -0.4 });
    play.tune("bell", "1:D5 2:F5 3:E5 9.8:D5 10.6:F5 11.4:Eb5", { gain: 0.1 });
    play.pad({ at: 9.4, seconds: 5.6, notes: ["C3", "G3", "Eb4"], gain: 0.04 });
    play.heart({ at: 12.6, count: 3, gap: 0.75, gain: 0.5 });
    play.riser({ at: 13.6, seconds: 1.6, gain: 0.14 });
    play.ignite({ at: 15.2, gain: 0.6 });
    play.bell({ at: 15.25, note: "A5", gain: 0.28, seconds: 4 });
    play.sting({ at: 16.6, gain: 0.48 });
  },
};

function dustFloor(stage, t) {
  stage.layer(0.9, (ctx) => {
    ctx.fillStyle = across(ctx, [0, -100, 0, 1380], ["#16305c", "#3c5f86", "#24406c", "#0a1430"]);
    ctx.fillRect(-200, -200, 1120, 1680);
    for (let plank = -1; plank < 7; plank += 1) {
      ctx.fillStyle = "rgba(4,8,30,.35)";
      ctx.fillRect(plank * 128 + (plank % 2) * 8, -200, 7, 1680);
    }
    ctx.fillStyle = around(
      ctx,
      [430, 560, 560],
      ["rgba(255,226,160,.95)", "rgba(255,176,96,.6)", "rgba(190,90,80,.2)", "rgba(20,10,40,0)"],
    );
    ctx.fillRect(-200, -200, 1120, 1680);
    for (let step = 0; step < 7; step += 1) {
      ctx.save();
      ctx.translate(380 + (step % 2 ? 86 : -50), 1090 - step * 190);
      ctx.rotate(-Math.PI / 2 + (step % 2 ? 0.08 : -0.06));
      footprint(ctx, { x: 0, y: 0 }, 1.25, 0.62);
      ctx.restore();
    }
  });
  stage.layer(1.15, (ctx) => {
    ctx.save();
    ctx.translate(660, 372 + Math.sin(t * 1.4) * 8);
    ctx.scale(-1, 1);
    ctx.rotate(-0.12);
    hand(ctx, { light: "amber", curl: 0.8 });
    ctx.restore();
    ctx.save();
    ctx.translate(430, 372);
    ctx.rotate(Math.sin(t * 1.8) * 0.08);
    lantern(ctx, { size: 2 });
    ctx.restore();
    glow(ctx, 430, 540, 560, "255,190,110", 0.6);
    specks(ctx, t, { count: 40, colour: "#fff0cf", speed: -20, size: 4 });
  });
}

function shadowOnWall(stage, t) {
  const come = smooth(t, 2.4, 5.6);
  stage.layer(0.6, () => {
    shadow(stage, elin, {
      x: mix(690, 560, come),
      y: mix(520, 470, come),
      size: mix(1.05, 1.3, come),
      face: -1,
      colour: "#12365c",
      alpha: 0.85 * smooth(t, 2.3, 3),
    });
  });
}
