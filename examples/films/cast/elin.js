/** Elin, Mara's mother: the same profile, twenty years on; hair that floats as if under water. */
import { across, cut, sheet, strokes } from "../stage/paper.js";
import { cloth, profileEye, skin } from "./features.js";
import { faceDetails, profile } from "./mara.js";

const crown = `M298 96 C292 26 206 -30 108 -2 C20 26 -26 110 -10 210 C-6 270 -30 330 -70 372 C0 372 60 340 96 300
  C140 268 172 250 184 212 C196 200 206 192 210 176 C240 162 280 140 298 96 Z`;

/** Elin as a character for `bust`. */
export const elin = {
  name: "elin",
  behind(ctx, { stage, scheme }) {
    const flow = (part, seed) => Math.sin(stage.now * 1.5 - part * 1.9 + seed) * 22 * part;
    for (let lock = 0; lock < 7; lock += 1) {
      const [y, seed] = [120 + lock * 52, lock * 0.9];
      const reach = 250 + (lock % 3) * 50;
      const path = `M70 ${y - 40} C-20 ${y - 20 + flow(1, seed)} ${-reach * 0.6} ${y + 10 + flow(1.7, seed)} ${-reach} ${y - 30 + flow(2.4, seed)}
        C${-reach * 0.6} ${y + 60 + flow(1.7, seed)} -20 ${y + 60 + flow(1, seed)} 80 ${y + 40} Z`;
      const tip = lock === 2 ? scheme.cut : scheme.hairLit;
      cut(
        ctx,
        path,
        across(ctx, [70, 0, -reach, 0], [scheme.hair, lock % 2 ? scheme.hair : scheme.hairLit, tip]),
      );
    }
  },
  body(ctx, scheme) {
    const shawl =
      "M60 470 C-40 500 -180 580 -240 880 L-260 1500 L540 1500 L500 880 C480 720 400 590 250 480 C190 530 110 530 60 470 Z";
    cloth(ctx, shawl, { from: scheme.clothLit, to: scheme.cloth, rim: scheme.rim, span: [440, 0, 40, 0] });
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
