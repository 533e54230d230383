/** A whole person, seen from further away: coat, legs that walk, an arm with or without a lantern. */

import { lantern } from "../places/props.js";
import { glow } from "../stage/light.js";
import { across, cut, edge, shape, strokes } from "../stage/paper.js";
import { bustBox } from "./bust.js";
import { schemes } from "./light-schemes.js";

/** Height of a person in head units; the feet stand at this y. */
const tall = 2180;

/**
 * Draws a person standing on (`x`, `y`), `h` pixels tall.
 * @param {object} options `face` 1 or -1; `walk` steps taken so far (0 stands); `arm` angle of the near arm in radians
 *   (0 hangs); `holds` "lantern", "cane" or nothing; `lean` in radians; `light` a scheme; `flame` brightness of the lantern
 */
export function figure(stage, character, options) {
  const {
    x,
    y,
    h,
    face = 1,
    walk = 0,
    arm = 0.12,
    holds,
    lean = 0,
    light = "night",
    flame = 1,
    flameColour,
  } = options;
  const { ctx } = stage;
  const scheme = schemes[light];
  const size = h / tall;
  const bob = walk ? Math.abs(Math.sin(walk * Math.PI)) * 26 : Math.sin(stage.now * 1.8) * 4;
  ctx.save();
  ctx.translate(x, y);
  ctx.scale(size * face, size);
  ctx.rotate(lean);
  ctx.translate(-170, -tall);
  legs(ctx, walk, scheme);
  ctx.translate(0, -bob);
  character.behindFigure?.(ctx, stage);
  const grain = Math.max(0.16, Math.min(0.7, size * 1.5));
  const key = `${character.name}:small:${light}:${grain.toFixed(2)}`;
  const head = () => {
    ctx.save();
    ctx.translate(0, 60);
    stage.sprite(key, bustBox, (paper) => character.head(paper, scheme, 0), grain);
    character.eye(ctx, { scheme, blink: stage.blink(character.name.length), gaze: 0 });
    ctx.restore();
  };
  const dress = () => coat(ctx, scheme, character, walk);
  for (const part of character.headInFront ? [dress, head] : [head, dress]) part();
  character.overFigure?.(ctx, stage);
  armAndHand(ctx, { arm, holds, scheme, character, now: stage.now, flame, flameColour });
  ctx.restore();
}

function legs(ctx, walk, scheme) {
  for (const side of [0, 1]) {
    const swing = walk ? Math.sin((walk + side) * Math.PI) * 0.42 : (side - 0.5) * 0.1;
    const lift = walk ? Math.max(0, Math.cos((walk + side) * Math.PI)) * 60 : 0;
    ctx.save();
    ctx.translate(170, 1420);
    ctx.rotate(-swing);
    cut(
      ctx,
      `M-70 0 L70 0 L52 ${690 - lift} L150 ${726 - lift} C170 ${750 - lift} 160 ${760 - lift} 140 ${760 - lift} L-58 ${760 - lift} Z`,
      side ? scheme.hair : scheme.cloth,
    );
    ctx.restore();
  }
}

function coat(ctx, scheme, character, walk) {
  const sway = walk ? Math.sin(walk * Math.PI * 2) * 26 : 0;
  const path =
    shape(`M60 500 C-40 540 -80 640 -90 860 C-110 1100 -150 1400 ${-200 + sway} 1640 C-60 1690 260 1700 ${470 + sway} 1630
    C430 1400 400 1100 392 860 C384 660 350 540 262 500 C200 470 120 470 60 500 Z`);
  const [lit, dark] = character.coat?.(scheme) ?? [scheme.clothLit, scheme.cloth];
  cut(ctx, path, across(ctx, [430, 0, -120, 0], [lit, dark, dark]));
  edge(ctx, path, across(ctx, [470, 0, 200, 0], [scheme.rim, "rgba(255,255,255,0)"]), 9);
  strokes(
    ctx,
    ["M300 620 C330 900 340 1300 330 1640", "M120 1000 C100 1250 60 1450 40 1660"],
    "rgba(0,0,0,.22)",
    12,
  );
}

function armAndHand(ctx, { arm, holds, scheme, character, now, flame, flameColour }) {
  ctx.save();
  ctx.translate(170, 600);
  ctx.rotate(-arm);
  const sleeve = "M-70 -40 C-90 200 -70 420 -56 560 L66 560 C84 400 90 180 74 -40 C40 -90 -40 -90 -70 -40 Z";
  const [lit, dark] = character.coat?.(scheme) ?? [scheme.clothLit, scheme.cloth];
  cut(ctx, sleeve, across(ctx, [100, 0, -90, 0], [lit, dark]));
  edge(ctx, sleeve, across(ctx, [100, 0, 0, 0], [scheme.rim, "rgba(255,255,255,0)"]), 7);
  cut(
    ctx,
    "M-44 550 L54 550 C70 610 60 660 20 672 C-30 676 -56 620 -44 550 Z",
    across(ctx, [60, 0, -50, 0], [scheme.lit, scheme.mid]),
  );
  ctx.translate(6, 640);
  ctx.rotate(arm);
  if (holds === "lantern") {
    ctx.rotate(Math.sin(now * 2.2) * 0.09);
    lantern(ctx, { size: 2.3, lit: flame, colour: flameColour });
    glow(ctx, 0, 230, 1500, flameColour ?? "255,178,90", 0.55 * flame);
  }
  if (holds === "cane") strokes(ctx, ["M0 -40 L40 940"], scheme.rim, 26);
  ctx.restore();
}
