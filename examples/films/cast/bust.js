/** Puts a character's head and shoulders on the stage: painted sheets as sprites, living parts on top. */
import { schemes } from "./light-schemes.js";

/** Area that a bust may use, in its own units: a head is about 420 high and faces right. */
export const bustBox = { x: -260, y: -250, w: 780, h: 910 };
const bodyBox = { x: -280, y: 300, w: 840, h: 1200 };
const mouthSteps = 4;

/**
 * Draws a character from the chest up.
 * @param {object} options `x`, `y` of the head's middle; `size` 1 is a head of 420 pixels; `face` 1 looks right, -1 left;
 *   `tilt` nods the head, in radians; `light` a scheme's name; `blink` and `open` override the living eye and mouth; `gaze` moves the iris
 */
export function bust(stage, character, options) {
  const { x, y, size = 1, face = 1, tilt = 0, light = "amber", gaze = 0, detail } = options;
  const { ctx } = stage;
  const scheme = schemes[light];
  const open =
    Math.round((options.open ?? stage.mouth(character.name)) * (mouthSteps - 1)) / (mouthSteps - 1);
  const blink = options.blink ?? stage.blink(character.name.length);
  const breath = Math.sin(stage.now * 1.7 + character.name.length) * 2.2;
  const grain = detail ?? Math.min(1.25, Math.max(0.3, size * 1.15));
  ctx.save();
  ctx.translate(x, y);
  ctx.scale(size * face, size);
  ctx.translate(-190, -215);
  character.behind?.(ctx, { stage, scheme });
  const body = () => {
    stage.sprite(
      `${character.name}:body:${light}:${grain}`,
      bodyBox,
      (paper) => character.body(paper, scheme),
      grain,
    );
  };
  const nod = (paint) => {
    ctx.save();
    ctx.translate(170, 470 + breath);
    ctx.rotate(tilt);
    ctx.translate(-170, -470);
    paint();
    ctx.restore();
  };
  const key = `${character.name}:head:${light}:${open}:${grain}`;
  const head = () =>
    nod(() => stage.sprite(key, bustBox, (paper) => character.head(paper, scheme, open), grain));
  for (const part of character.headInFront ? [body, head] : [head, body]) part();
  nod(() => {
    character.eye(ctx, { scheme, blink, gaze });
    character.front?.(ctx, { stage, scheme });
  });
  ctx.restore();
}
