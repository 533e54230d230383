/** Noor, who rows the post: peaked cap, curls, freckles, a strap across the shoulder. */
import { across, cut, disc, sheet, strokes } from "../stage/paper.js";
import { dot, pattern } from "./cloth-patterns.js";
import { brow, cloth, ear, mouthLines, profileEye, skin } from "./features.js";

function face(open) {
  const [dx, dy] = [-6 * open, 16 * open];
  const jaw = (x, y) => `${x + dx} ${y + dy}`;
  return `M150 40 L288 74 C302 104 308 136 305 164 C304 178 296 186 296 198 C300 214 316 230 338 244 C352 254 352 278 334 284
    C324 287 318 287 316 294 C314 302 324 308 331 314 C337 320 332 326 320 329 L300 331 L${jaw(320, 331)}
    C${jaw(332, 332)} ${jaw(335, 341)} ${jaw(327, 347)} C${jaw(318, 352)} ${jaw(310, 354)} ${jaw(309, 362)}
    C${jaw(309, 372)} ${jaw(316, 380)} ${jaw(311, 394)} C${jaw(304, 412)} ${jaw(284, 418)} ${jaw(264, 412)}
    C238 404 220 398 204 384 C198 424 204 470 226 530 L226 600 L72 600 C92 500 92 420 74 320 Z`;
}
const curls = [
  [-20, 250, 74],
  [-66, 190, 62],
  [-78, 290, 70],
  [-20, 350, 72],
  [-96, 370, 58],
  [-50, 430, 58],
  [30, 190, 80],
  [44, 280, 70],
];

/** Noor as a character for `bust`. */
export const noor = {
  name: "noor",
  coat: () => ["#3fb0a8", "#14586c"],
  behind(ctx, { stage, scheme }) {
    curls.forEach(([x, y, radius], index) => {
      const swing = Math.sin(stage.now * 2.2 + index * 0.7) * index * 0.9;
      disc(ctx, x + swing, y + 4, radius + 4, "rgba(40,10,40,.25)");
      disc(
        ctx,
        x + swing,
        y,
        radius,
        across(ctx, [x + radius, y - radius, x - radius, y + radius], [scheme.hairLit, scheme.hair]),
      );
      strokes(
        ctx,
        [
          `M${x - radius * 0.5 + swing} ${y - 6} a${radius * 0.5} ${radius * 0.5} 0 1 1 ${radius * 0.7} ${radius * 0.4}`,
        ],
        scheme.hairLit,
        4,
      );
    });
  },
  body(ctx, scheme) {
    const coat =
      "M50 500 C-70 540 -170 590 -220 880 L-260 1500 L540 1500 L500 880 C480 700 400 570 246 500 C190 540 110 540 50 500 Z";
    cloth(ctx, coat, { from: scheme.clothLit, to: scheme.cloth, rim: scheme.rim, span: [440, 0, 40, 0] });
    cloth(ctx, "M246 500 C300 530 330 570 316 640 L206 580 Z", {
      from: "#fff3dc",
      to: "#e9b98d",
      span: [320, 0, 200, 0],
      lift: 8,
    });
    pattern(ctx, coat, { step: [58, 52] }, dot("rgba(255,255,255,.07)"));
    const strap =
      "M10 520 L70 496 C200 600 300 720 350 880 L400 1500 L340 1500 L262 880 C220 760 130 620 10 520 Z";
    sheet(ctx, strap, across(ctx, [340, 0, 30, 0], ["#ffc06a", "#b4583e"]), { lift: 12 });
    for (const y of [680, 770]) disc(ctx, 384, y, 12, "#ffe2a0");
  },
  head(ctx, scheme, open) {
    skin(ctx, face(open), scheme);
    brow(ctx, [244, 184, 276, 160, 303, 176], 9, scheme.hair);
    strokes(ctx, ["M326 278 q-8 -8 -14 1"], scheme.mid, 4);
    mouthLines(ctx, scheme, [320, 330], 30, open);
    for (const [x, y] of [
      [270, 262],
      [284, 272],
      [262, 280],
      [292, 256],
      [276, 288],
    ])
      disc(ctx, x, y, 3.4, "rgba(150,60,50,.6)");
    disc(ctx, 246, 300, 36, "rgba(232,93,117,.2)");
    sheet(
      ctx,
      "M214 150 C216 200 200 250 176 262 C150 300 90 330 50 320 L20 130 Z",
      across(ctx, [214, 0, 40, 0], [scheme.hairLit, scheme.hair]),
      { lift: 8 },
    );
    ear(ctx, 178, 216, scheme, 0.9);
    disc(ctx, 146, 274, 9, "#ffe2a0");
    cloth(ctx, "M300 110 C330 20 270 -70 150 -66 C10 -62 -50 40 -20 150 C90 116 210 100 300 110 Z", {
      from: "#2f9d9f",
      to: "#0f4a5c",
      rim: scheme.rim,
      span: [320, 0, 60, 60],
    });
    cloth(ctx, "M302 84 C210 74 90 88 -28 124 C-36 140 -34 160 -22 176 C90 140 206 126 306 132 Z", {
      from: "#1d7a84",
      to: "#0b3a4c",
      rim: scheme.rim,
      span: [320, 0, 40, 60],
      lift: 8,
    });
    sheet(
      ctx,
      "M286 104 C340 104 400 124 420 152 C424 164 410 168 396 164 C356 150 320 142 284 142 Z",
      "#16283f",
      { lift: 10 },
    );
    sheet(ctx, "M212 20 h60 v42 h-60 Z", "#fff3dc", { lift: 4 });
    strokes(ctx, ["M214 22 l28 22 l28 -22"], "#e85d75", 4);
  },
  overFigure(ctx) {
    cut(ctx, "M20 560 L90 530 C240 800 360 1000 430 1180 L380 1240 C260 1000 140 760 20 560 Z", "#e79a55");
    cut(ctx, "M330 1180 L500 1150 L520 1330 L350 1360 Z", "#b4583e");
  },
  eye(ctx, { scheme, blink, gaze }) {
    profileEye(ctx, { x: 289, y: 211, w: 38, h: 18, colour: scheme.cut, blink, gaze, iris: "#3a1830" });
  },
};
