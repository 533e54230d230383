/** Voss, the harbourmaster: tall hat, a nose like a quill, one green eyeglass. */

import { glow } from "../stage/light.js";
import { across, cut, disc, sheet, strokes } from "../stage/paper.js";
import { curl, pattern } from "./cloth-patterns.js";
import { brow, cloth, ear, profileEye, skin } from "./features.js";

function face(open) {
  const [dx, dy] = [-5 * open, 13 * open];
  const jaw = (x, y) => `${x + dx} ${y + dy}`;
  return `M150 60 L288 80 C302 108 310 140 308 160 C308 174 298 182 298 196 C306 222 352 270 384 304 C382 312 366 310 346 304
    C330 300 318 300 316 308 C316 314 324 318 328 322 C328 328 320 331 312 332 L292 333 L${jaw(314, 334)}
    C${jaw(326, 336)} ${jaw(326, 344)} ${jaw(318, 350)} C${jaw(312, 356)} ${jaw(314, 366)} ${jaw(322, 374)}
    C${jaw(340, 388)} ${jaw(352, 408)} ${jaw(346, 420)} C${jaw(334, 430)} ${jaw(302, 428)} ${jaw(282, 418)}
    C250 402 222 380 202 356 L210 640 L60 640 L66 320 Z`;
}
const hat = `M286 100 C284 20 296 -120 310 -206 C230 -232 90 -220 20 -186 C42 -100 52 0 40 130 Z`;
const brim = `M352 66 C300 96 140 138 -40 134 C-62 142 -66 160 -44 168 C120 176 286 134 366 92 C378 80 370 66 352 66 Z`;
const band = `M288 60 C210 92 120 112 44 114 L42 66 C120 62 214 46 286 14 Z`;

/** Voss as a character for `bust`. */
export const voss = {
  name: "voss",
  body(ctx, scheme) {
    const coat =
      "M50 480 C-60 520 -170 560 -230 880 L-260 1500 L540 1500 L510 880 C470 690 390 540 240 470 Z";
    cloth(ctx, coat, { from: scheme.clothLit, to: scheme.cloth, rim: scheme.rim, span: [450, 0, 60, 0] });
    pattern(ctx, coat, { step: [74, 62] }, curl("rgba(200,255,190,.06)"));
    const back = "M60 330 C10 380 -20 460 -10 560 L150 640 L180 480 Z";
    cloth(ctx, back, {
      from: scheme.clothLit,
      to: scheme.cloth,
      rim: scheme.rim,
      span: [170, 0, -10, 0],
      lift: 16,
    });
    cloth(ctx, "M196 372 C236 420 262 440 316 452 L286 560 L190 520 Z", {
      from: scheme.cut,
      to: scheme.mid,
      span: [310, 0, 190, 0],
      lift: 8,
    });
    const lapel = "M120 400 C200 470 262 500 330 620 L330 1500 L200 1500 L180 880 C140 700 100 520 120 400 Z";
    cloth(ctx, lapel, {
      from: scheme.clothLit,
      to: scheme.cloth,
      rim: scheme.rim,
      span: [330, 0, 160, 0],
      lift: 16,
    });
  },
  head(ctx, scheme, open) {
    skin(ctx, face(open), scheme);
    cut(ctx, "M256 268 C262 300 256 330 240 356 C246 326 246 296 256 268 Z", "rgba(5,15,25,.4)");
    strokes(ctx, ["M356 300 q-14 -12 -22 0"], scheme.dark, 4);
    brow(ctx, [236, 170, 280, 168, 316, 186], 8, scheme.hair);
    cut(ctx, "M326 316 C306 312 280 322 258 344 C284 338 308 332 330 324 Z", scheme.hair);
    sheet(
      ctx,
      "M208 180 C196 250 214 300 236 336 C206 340 186 320 176 290 C150 300 90 290 70 250 L70 130 L214 130 Z",
      scheme.hair,
      { lift: 8 },
    );
    ear(ctx, 176, 214, scheme, 0.95);
    cloth(ctx, hat, {
      from: scheme.clothLit,
      to: scheme.hair,
      rim: scheme.rim,
      span: [316, 0, 140, 0],
      lift: 10,
    });
    cut(ctx, band, across(ctx, [290, 0, 60, 0], [scheme.mid, scheme.dark]));
    cloth(ctx, brim, {
      from: scheme.clothLit,
      to: scheme.hair,
      rim: scheme.rim,
      span: [370, 0, 100, 0],
      lift: 18,
    });
  },
  eye(ctx, { scheme, blink, gaze }) {
    profileEye(ctx, { x: 292, y: 208, w: 34, h: 11, colour: scheme.cut, blink, gaze, lash: false });
  },
  front(ctx, { stage, scheme }) {
    const shine = 0.55 + 0.15 * Math.sin(stage.now * 2.1);
    disc(ctx, 280, 210, 29, `rgba(206,255,150,${0.3 + shine * 0.2})`);
    ctx.strokeStyle = scheme.rim;
    ctx.lineWidth = 4;
    ctx.beginPath();
    ctx.arc(280, 210, 29, 0, Math.PI * 2);
    ctx.stroke();
    glow(ctx, 280, 210, 110, "170,255,120", shine);
    const swing = Math.sin(stage.now * 1.4) * 8;
    strokes(ctx, [`M262 234 C${250 + swing} 320 ${226 + swing} 400 240 500`], scheme.rim, 2);
  },
};
