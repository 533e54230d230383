/** Mara, who keeps the lantern: red scarf, hair in a knot held by one long match. Her mother shares her face. */
import { across, cut, disc, sheet, strokes } from "../stage/paper.js";
import { pattern, stitch } from "./cloth-patterns.js";
import { brow, cloth, mouthLines, profileEye, skin } from "./features.js";

/** Mara's profile; `open` 0..1 drops the jaw. Shared with Elin, because a likeness is the story. */
export function profile(open) {
  const [dx, dy] = [-6 * open, 15 * open];
  const jaw = (x, y) => `${x + dx} ${y + dy}`;
  return `M150 40 L284 66 C298 96 308 132 304 163 C303 178 294 184 293 198 C297 215 324 246 343 266 C351 275 346 288 332 290
    C324 291 317 291 314 297 C312 304 320 309 327 314 C334 319 330 325 318 328 L300 331 L${jaw(318, 330)}
    C${jaw(329, 331)} ${jaw(333, 338)} ${jaw(326, 344)} C${jaw(319, 350)} ${jaw(309, 352)} ${jaw(308, 361)}
    C${jaw(308, 370)} ${jaw(318, 378)} ${jaw(315, 393)} C${jaw(311, 410)} ${jaw(294, 418)} ${jaw(274, 414)}
    C${jaw(248, 409)} 226 402 210 390 C202 426 204 470 222 530 L222 600 L70 600 C90 500 92 420 74 320 Z`;
}

const hair = `M296 92 C290 30 210 -22 118 2 C34 24 -14 100 -2 188 C6 244 28 292 62 322 C80 336 108 334 126 312
  C150 286 170 262 176 236 C186 214 202 200 206 178 C236 166 276 140 296 92 Z`;
const strands = [
  "M284 84 C250 60 180 50 110 100 C60 136 40 190 44 250",
  "M288 100 C240 92 180 96 130 140 C96 172 76 220 78 290",
  "M262 130 C220 134 180 156 152 196 C138 222 126 260 116 300",
  "M250 44 C190 10 100 22 50 80 C24 112 12 150 12 190",
];
const scarf = `M34 436 C100 474 196 472 254 420 C280 440 282 486 252 516 C186 560 84 560 22 512 C4 484 10 452 34 436 Z`;

/** Mara as a character for `bust`. */
export const mara = {
  name: "mara",
  behind(ctx, { stage }) {
    scarfTail(ctx, stage.now);
  },
  body(ctx, scheme) {
    const coat =
      "M40 500 C-70 540 -170 590 -220 880 L-260 1500 L540 1500 L500 880 C480 700 400 570 252 500 Z";
    cloth(ctx, coat, { from: scheme.clothLit, to: scheme.cloth, rim: scheme.rim, span: [440, 0, 40, 0] });
    const lapel = "M230 505 C300 560 330 660 318 800 L250 720 L196 560 Z";
    cloth(ctx, lapel, {
      from: scheme.clothLit,
      to: scheme.cloth,
      rim: scheme.rim,
      span: [330, 0, 190, 0],
      lift: 10,
    });
    pattern(ctx, coat, { step: [60, 34] }, stitch("rgba(255,220,190,.05)"));
    for (const y of [640, 730, 820]) disc(ctx, 356, y, 11, scheme.cut);
    wrapScarf(ctx);
  },
  head(ctx, scheme, open) {
    sheet(ctx, "M-30 60 C-80 60 -104 110 -84 152 C-62 196 0 190 22 150 C36 108 16 64 -30 60 Z", scheme.hair, {
      lift: 12,
    });
    strokes(ctx, ["M-70 96 C-40 80 -6 100 2 140", "M-80 130 C-56 116 -30 126 -18 166"], scheme.hairLit, 3.5);
    skin(ctx, profile(open), scheme);
    faceDetails(ctx, scheme, open);
    cloth(ctx, hair, { from: scheme.hairLit, to: scheme.hair, rim: scheme.rim, span: [310, 60, 130, 130] });
    strokes(ctx, strands, scheme.hairLit, 3.2);
    strokes(ctx, ["M-116 60 L64 168"], "#e9c58d", 8);
    disc(ctx, -118, 58, 11, "#e2452f");
  },
  behindFigure(ctx, { now }) {
    ctx.save();
    ctx.translate(0, 60);
    ctx.scale(1.25, 1);
    scarfTail(ctx, now);
    ctx.restore();
  },
  overFigure(ctx) {
    ctx.save();
    ctx.translate(0, 60);
    wrapScarf(ctx);
    ctx.restore();
  },
  eye(ctx, { scheme, blink, gaze }) {
    profileEye(ctx, { x: 287, y: 209, colour: scheme.cut, blink, gaze });
  },
  front(ctx, { stage, scheme }) {
    const drift = Math.sin(stage.now * 2.6) * 10;
    strokes(ctx, [`M286 92 C318 ${130 + drift} 300 ${176 + drift} 326 ${206 + drift}`], scheme.hair, 3.6);
    strokes(ctx, [`M180 236 C190 ${270 + drift} 176 ${300 + drift} 196 ${338 + drift}`], scheme.hair, 5);
  },
};

function wrapScarf(ctx) {
  sheet(ctx, scarf, across(ctx, [270, 440, 20, 520], ["#ff6a45", "#c43431", "#6d1c2e"]), { lift: 14 });
  const folds = ["M44 468 C110 506 200 500 262 452", "M30 496 C110 536 206 530 264 486"];
  strokes(ctx, folds, "rgba(40,4,20,.35)", 5);
}

function scarfTail(ctx, now) {
  const wind = (part) => Math.sin(now * 3.1 - part * 2.4) * 16 * part;
  const tail = `M60 470 C-20 ${470 + wind(1)} -90 ${430 + wind(1.6)} -210 ${470 + wind(2.4)} L-222 ${548 + wind(2.5)}
    C-110 ${520 + wind(1.8)} -20 ${556 + wind(1)} 70 530 Z`;
  cut(ctx, tail, across(ctx, [60, 0, -220, 0], ["#a02c2c", "#6d1c2e"]));
  strokes(
    ctx,
    [`M40 500 C-30 ${508 + wind(1)} -100 ${474 + wind(1.7)} -200 ${508 + wind(2.4)}`],
    "rgba(20,4,20,.35)",
    5,
  );
}

/** Brow, nostril, lips and cheek of that profile. */
export function faceDetails(ctx, scheme, open) {
  brow(ctx, [244, 182, 276, 164, 301, 176], 7, scheme.hair);
  strokes(ctx, ["M322 282 q-8 -8 -14 2"], scheme.mid, 4);
  mouthLines(ctx, scheme, [317, 329], 24, open);
  cut(ctx, "M250 292 C268 312 274 340 262 368 C264 340 260 314 250 292 Z", "rgba(255,240,210,.16)");
  strokes(ctx, ["M206 388 C232 404 250 410 274 412"], "rgba(10,5,30,.4)", 5);
}
