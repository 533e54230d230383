/** Teo, who makes calendars at number nine: round glasses, pencil behind the ear, hair that argues. */
import { across, cut, disc, sheet, strokes } from "../stage/paper.js";
import { pattern, star } from "./cloth-patterns.js";
import { brow, cloth, ear, mouthLines, profileEye, skin } from "./features.js";

function face(open) {
  const [dx, dy] = [-6 * open, 15 * open];
  const jaw = (x, y) => `${x + dx} ${y + dy}`;
  return `M150 40 L290 66 C302 96 308 132 307 158 C308 174 298 184 298 196 C304 214 328 248 348 272 C354 282 346 292 330 292
    C322 293 318 295 316 301 C314 308 322 312 328 317 C332 322 326 327 316 329 L298 332 L${jaw(316, 332)}
    C${jaw(327, 334)} ${jaw(330, 341)} ${jaw(322, 347)} C${jaw(314, 352)} ${jaw(308, 356)} ${jaw(310, 366)}
    C${jaw(320, 376)} ${jaw(328, 388)} ${jaw(324, 404)} C${jaw(316, 422)} ${jaw(292, 426)} ${jaw(268, 418)}
    C238 408 216 394 200 372 C196 420 206 470 230 530 L230 600 L66 600 C86 500 86 420 70 320 Z`;
}
const hair = `M300 104 C330 70 318 20 276 22 C284 -22 226 -50 186 -22 C160 -64 90 -56 72 -14 C20 -30 -24 20 -4 66
  C-50 90 -48 150 -10 172 C-36 220 0 270 40 268 C52 300 100 306 122 278 C150 270 160 240 170 212 C190 200 200 180 204 152
  C240 160 284 140 300 104 Z`;

/** Teo as a character for `bust`. */
export const teo = {
  name: "teo",
  coat: () => ["#e9b98d", "#8a3f6b"],
  body(ctx, scheme) {
    const shirt =
      "M40 490 C-80 530 -180 600 -230 880 L-260 1500 L540 1500 L510 880 C490 700 410 570 250 490 C190 560 100 560 40 490 Z";
    cloth(ctx, shirt, { from: "#fff0d4", to: "#c98a76", rim: scheme.rim, span: [440, 0, 20, 0] });
    const vest =
      "M-20 540 C-110 600 -180 700 -200 880 L-200 1500 L240 1500 L200 880 C170 760 80 620 -20 540 Z";
    cloth(ctx, vest, { from: "#8a3f6b", to: "#4a2048", span: [200, 0, -160, 0] });
    pattern(ctx, vest, { step: [64, 60] }, star("rgba(255,208,138,.28)"));
    cloth(ctx, "M300 540 C380 620 430 740 440 880 L440 1500 L270 1500 L290 880 C330 760 330 640 300 540 Z", {
      from: "#b8557f",
      to: "#6b2f5f",
      rim: scheme.rim,
      span: [440, 0, 290, 0],
    });
    cloth(ctx, "M240 470 L300 560 L226 620 L180 530 Z", {
      from: "#fffaf0",
      to: "#dca58a",
      span: [300, 0, 180, 0],
      lift: 8,
    });
  },
  head(ctx, scheme, open) {
    skin(ctx, face(open), scheme);
    brow(ctx, [240, 176, 276, 154, 306, 168], 9, scheme.hair);
    strokes(ctx, ["M334 286 q-10 -9 -17 1"], scheme.mid, 4);
    mouthLines(ctx, scheme, [317, 331], 28, open);
    for (let dot = 0; dot < 14; dot += 1)
      disc(
        ctx,
        232 + (dot % 5) * 15,
        372 + Math.floor(dot / 5) * 13 + (dot % 5) * 3,
        1.8,
        "rgba(80,20,50,.5)",
      );
    const dark = across(ctx, [310, 0, 20, 120], [scheme.hairLit, scheme.hair]);
    sheet(ctx, hair, dark, { lift: 12 });
    strokes(
      ctx,
      [
        "M270 60 a36 36 0 1 0 -50 40",
        "M180 20 a40 40 0 1 0 -60 44",
        "M90 60 a40 40 0 1 0 -30 60",
        "M60 180 a34 34 0 1 0 50 30",
        "M150 120 a34 34 0 1 0 -30 56",
      ],
      scheme.hairLit,
      5,
    );
    ear(ctx, 178, 216, scheme, 1);
    sheet(ctx, "M60 190 L250 128 L256 142 L66 206 Z", across(ctx, [60, 0, 256, 0], ["#e85d75", "#ffc06a"]), {
      lift: 5,
    });
    cut(ctx, "M250 128 L280 120 L256 142 Z", "#fff3dc");
  },
  eye(ctx, { scheme, blink, gaze }) {
    profileEye(ctx, {
      x: 291,
      y: 210,
      w: 34,
      h: 15,
      colour: scheme.cut,
      blink,
      gaze,
      iris: "#3a1830",
      lash: false,
    });
  },
  front(ctx, { stage }) {
    ctx.strokeStyle = "#3a1a38";
    ctx.lineWidth = 5;
    ctx.beginPath();
    ctx.ellipse(282, 210, 27, 34, 0, 0, Math.PI * 2);
    ctx.stroke();
    strokes(ctx, ["M254 206 L176 196", "M306 200 q8 -6 12 -2"], "#3a1a38", 5);
    const shine = 0.35 + 0.2 * Math.sin(stage.now * 1.3);
    cut(ctx, "M266 190 L284 182 L272 234 L262 226 Z", `rgba(255,255,255,${shine})`);
  },
};
