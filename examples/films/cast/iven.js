/** Iven, the old keeper: knitted cap, hooked nose, a beard like surf. */
import { across, cut, sheet, strokes } from "../stage/paper.js";
import { knit, pattern } from "./cloth-patterns.js";
import { brow, cloth, ear, profileEye, skin } from "./features.js";

const face = `M150 40 L282 70 C298 100 306 126 307 146 C324 156 326 172 314 184 C304 192 302 198 306 210
  C318 226 352 240 366 270 C372 288 356 304 334 300 C322 299 314 301 312 308 C314 330 316 380 300 400 L200 420 L120 420 C70 400 56 360 56 320 Z`;
const cap = "M306 128 C308 20 226 -58 118 -46 C22 -34 -30 60 -14 176 C90 132 210 116 306 128 Z";
const cuff =
  "M314 92 C216 88 90 104 -24 156 C-32 176 -30 200 -18 216 C90 160 216 142 316 146 C324 128 322 106 314 92 Z";

function beard(open) {
  const drop = 14 * open;
  return `M318 ${316 + drop} C350 ${330 + drop} 366 ${372 + drop} 352 ${420 + drop} C362 ${462 + drop} 330 ${520 + drop} 306 ${540 + drop}
    C296 ${580 + drop} 250 ${606 + drop} 232 ${630 + drop} C218 ${596 + drop} 170 ${590 + drop} 156 548 C122 528 108 470 116 430
    C100 380 112 320 132 270 C150 250 170 262 182 290 C204 330 250 344 280 330 C296 324 306 318 318 ${316 + drop} Z`;
}
const moustache = `M320 298 C346 304 372 328 366 352 C350 346 330 344 312 342 C282 350 248 366 222 350 C250 344 286 312 320 298 Z`;

/** Iven as a character for `bust`. */
export const iven = {
  name: "iven",
  headInFront: true,
  body(ctx, scheme) {
    cut(ctx, "M60 320 L210 360 L230 620 L40 620 Z", scheme.dark);
    const coat =
      "M40 470 C-90 520 -200 590 -240 880 L-260 1500 L540 1500 L520 880 C500 700 400 560 262 480 Z";
    cloth(ctx, coat, { from: scheme.clothLit, to: scheme.cloth, rim: scheme.rim, span: [460, 0, 60, 0] });
    const collar =
      "M10 400 C-40 440 -60 500 -40 560 C60 620 220 620 300 540 C300 500 290 470 270 450 C180 520 80 490 10 400 Z";
    cloth(ctx, collar, {
      from: scheme.clothLit,
      to: scheme.cloth,
      rim: scheme.rim,
      span: [310, 0, 60, 0],
      lift: 16,
    });
    pattern(ctx, coat, { step: [30, 34], stagger: 0 }, knit("rgba(255,210,170,.07)"));
    pattern(
      ctx,
      collar,
      { step: [26, 28], from: [-60, 400], to: [300, 620], stagger: 0 },
      knit("rgba(255,210,170,.1)"),
    );
    strokes(
      ctx,
      ["M-10 470 C60 540 200 560 290 500", "M-30 510 C60 590 210 600 296 530"],
      "rgba(0,0,0,.28)",
      5,
    );
  },
  head(ctx, scheme, open) {
    skin(ctx, face, scheme);
    strokes(
      ctx,
      ["M240 232 q16 10 34 6", "M236 246 q18 12 40 8", "M262 128 q20 -6 36 2", "M258 110 q20 -6 34 0"],
      "rgba(40,10,30,.4)",
      3.5,
    );
    strokes(ctx, ["M340 292 q-12 -12 -20 0"], scheme.dark, 4.5);
    const white = across(ctx, [366, 330, 120, 420], [scheme.cut, scheme.lit, scheme.mid, scheme.dark]);
    sheet(ctx, beard(open), white, { lift: 14 });
    const d = 14 * open;
    const locks = [
      `M330 ${350 + d} C336 ${420 + d} 310 ${480 + d} 270 ${540 + d}`,
      `M298 ${356 + d} C302 ${430 + d} 280 ${500 + d} 240 ${590 + d}`,
      `M262 366 C260 440 246 500 206 ${570 + d}`,
      `M226 366 C216 430 206 490 176 540`,
      "M190 350 C176 410 160 450 146 510",
      "M156 310 C140 370 134 420 130 460",
    ];
    strokes(ctx, locks, "rgba(60,20,40,.4)", 4);
    if (open > 0) cut(ctx, `M318 ${336} q-26 -2 -44 12 q24 ${d * 1.6} 46 ${d} Z`, "#1b0d22");
    sheet(ctx, moustache, across(ctx, [366, 0, 220, 0], [scheme.cut, scheme.mid]), { lift: 7 });
    ear(ctx, 160, 214, scheme, 1);
    cloth(ctx, cap, { from: scheme.clothLit, to: scheme.cloth, rim: scheme.rim, span: [320, 0, 80, 60] });
    sheet(
      ctx,
      "M60 -60 C60 -104 130 -108 136 -66 C144 -36 60 -24 60 -60 Z",
      across(ctx, [136, 0, 60, 0], [scheme.mid, scheme.clothLit]),
    );
    cloth(ctx, cuff, {
      from: scheme.clothLit,
      to: scheme.cloth,
      rim: scheme.rim,
      span: [330, 60, 90, 120],
      lift: 10,
    });
    const ribs = Array.from(
      { length: 11 },
      (_, rib) => `M${-6 + rib * 30} ${154 - rib * 6.4 + (rib - 5) ** 2 * 0.5} l4 44`,
    );
    strokes(ctx, ribs, "rgba(0,0,0,.3)", 4);
  },
  eye(ctx, { scheme, blink, gaze }) {
    profileEye(ctx, {
      x: 291,
      y: 210,
      w: 34,
      h: 12,
      colour: scheme.cut,
      blink: Math.max(0.15, blink),
      gaze,
      lash: false,
    });
    const tuft = `M322 168 C304 156 268 158 236 186 C262 178 276 184 290 192 C304 194 318 186 322 168 Z`;
    sheet(ctx, tuft, across(ctx, [320, 0, 236, 0], [scheme.cut, scheme.mid]), { lift: 0 });
    brow(ctx, [240, 186, 276, 176, 314, 178], 2, "rgba(60,20,40,.4)");
  },
};
