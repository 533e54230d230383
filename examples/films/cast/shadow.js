/** The shadow that a character throws on a wall: one flat, soft shape. */
import { schemes } from "./light-schemes.js";

const box = { x: -300, y: -280, w: 880, h: 1500 };

/** Draws the shadow like `bust` draws the person. `colour` and `alpha` say how dark; `blur` how far the wall is. */
export function shadow(
  stage,
  character,
  { x, y, size, face = 1, colour = "#0c0a26", alpha = 0.6, blur = 7 },
) {
  const { ctx } = stage;
  ctx.save();
  ctx.globalAlpha = alpha;
  ctx.translate(x, y);
  ctx.scale(size * face, size);
  ctx.translate(-190, -215);
  stage.sprite(
    `${character.name}:shadow:${colour}:${blur}`,
    box,
    (paper) => paintShadow(paper, character, { colour, blur }),
    0.6,
  );
  ctx.restore();
}

function paintShadow(paper, character, { colour, blur }) {
  const { width, height } = paper.canvas;
  const flat = new OffscreenCanvas(width, height);
  const ctx = flat.getContext("2d");
  ctx.setTransform(paper.getTransform());
  character.head(ctx, schemes.night, 0);
  character.body(ctx, schemes.night);
  ctx.globalCompositeOperation = "source-in";
  ctx.fillStyle = colour;
  ctx.fillRect(box.x, box.y, box.w, box.h);
  paper.save();
  paper.setTransform(1, 0, 0, 1, 0, 0);
  paper.filter = `blur(${blur}px)`;
  paper.drawImage(flat, 0, 0);
  paper.restore();
}
