/** Elin, Mara's mother: the same profile, twenty years on; hair that floats as if under water. */
import { across, cut, sheet, strokes } from "../stage/paper.js";
import { pattern, star } from "./cloth-patterns.js";
import { cloth, profileEye, skin } from "./features.js";
import { faceDetails, profile } from "./mara.js";

const crown = `M298 96 C292 26 206 -30 108 -2 C20 26 -26 110 -10 210 C-6 270 -30 330 -70 372 C0 372 60 340 96 300
  C140 268 172 250 184 212 C196 200 206 192 210 176 C240 162 280 140 298 96 Z`;

/** The hair that floats behind her: top and bottom where it leaves the head, reach, and the phase of its wave. */
const hairSheets = [
  [180, 400, 330, 1.7],
  [40, 250, 380, 0],
];

/** Elin as a character for `bust`. */
export const elin = {
  name: "elin",
  behind(ctx, { stage, scheme }) {
    const flow = (part, seed) => Math.sin(stage.now * 1.5 - part * 1.9 + seed) * 22 * part;
    const tone = across(ctx, [60, 0, -360, 0], [scheme.hair, scheme.hair, scheme.hairLit, scheme.mid]);
    for (const [top, bottom, reach, seed] of hairSheets) {
      const wave = (part) => flow(part, seed);
      cut(
        ctx,
        `M110 ${top} C20 ${top - 60} -60 ${top - 20 + wave(1)} -150 ${top + 10 + wave(1.5)} S${-reach + 60} ${top - 20 + wave(2)} ${-reach} ${top + 40 + wave(2.5)}
        C${-reach + 90} ${top + 60 + wave(2)} ${-reach + 70} ${bottom - 40 + wave(1.8)} ${-reach + 40} ${bottom + 30 + wave(2.2)}
        C-150 ${bottom - 10 + wave(1.6)} -70 ${bottom + 40 + wave(1)} 100 ${bottom} Z`,
        tone,
      );
      const lines = [0.2, 0.42, 0.64, 0.84].map((part) => {
        const y = top + (bottom - top) * part;
        return `M100 ${y} C0 ${y - 30 + wave(0.8)} -70 ${y + wave(1.2)} -150 ${y + 14 + wave(1.6)} S${-reach + 90} ${y + wave(2)} ${-reach + 56} ${y + 30 + wave(2.3)}`;
      });
      strokes(ctx, lines.slice(1), scheme.hairLit, 4);
      strokes(ctx, lines.slice(0, 1), scheme.cut, 5);
    }
  },
  body(ctx, scheme) {
    const shawl =
      "M60 470 C-40 500 -180 580 -240 880 L-260 1500 L540 1500 L500 880 C480 720 400 590 250 480 C190 530 110 530 60 470 Z";
    cloth(ctx, shawl, { from: scheme.clothLit, to: scheme.cloth, rim: scheme.rim, span: [440, 0, 40, 0] });
    pattern(ctx, shawl, { step: [92, 74] }, star("rgba(220,250,255,.2)"));
    const fold = "M250 480 C330 560 330 700 240 880 L200 1500 L60 1500 L120 880 C220 720 260 600 250 480 Z";
    cloth(ctx, fold, {
      from: scheme.clothLit,
      to: scheme.cloth,
      rim: scheme.rim,
      span: [330, 0, 150, 0],
      lift: 10,
    });
    strokes(ctx, ["M30 540 C-30 620 -70 740 -80 880", "M90 560 C60 660 40 760 40 880"], "rgba(0,0,0,.25)", 6);
  },
  head(ctx, scheme, open) {
    skin(ctx, profile(open), scheme);
    faceDetails(ctx, scheme, open);
    cut(ctx, "M238 300 C262 316 266 350 246 378 C250 350 250 322 238 300 Z", "rgba(0,10,40,.32)");
    strokes(ctx, ["M250 226 q16 8 30 3", "M318 296 q-14 6 -18 22"], "rgba(0,10,40,.35)", 3);
    cloth(ctx, crown, { from: scheme.hairLit, to: scheme.hair, rim: scheme.rim, span: [310, 60, 110, 140] });
    sheet(
      ctx,
      "M290 84 C240 40 150 44 96 116 C60 166 50 230 20 300 C70 240 84 180 122 138 C164 92 230 74 290 84 Z",
      scheme.cut,
      { lift: 5 },
    );
    strokes(
      ctx,
      [
        "M286 112 C230 104 168 130 134 190 C118 226 96 262 60 300",
        "M250 34 C170 0 80 30 36 110 C16 160 14 210 4 270",
      ],
      scheme.hairLit,
      3.2,
    );
  },
  behindFigure(ctx, stage) {
    elin.behind(ctx, {
      stage,
      scheme: { hair: "#0a1028", hairLit: "#27506f", mid: "#3f7d9c", cut: "#eafcff" },
    });
  },
  eye(ctx, { scheme, blink, gaze }) {
    profileEye(ctx, {
      x: 287,
      y: 209,
      colour: scheme.cut,
      blink: Math.max(0.12, blink),
      gaze,
      iris: "#0c2440",
    });
  },
};
