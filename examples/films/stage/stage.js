/** The stage of a shot: canvas, camera with parallax layers, painted-once sprites, and who is speaking. */

import { clamp } from "./ease.js";
import { hash, wobble } from "./random.js";

export const width = 720;
export const height = 1280;

/** A stage for one film; shots get it as their first argument. */
export function createStage(canvas, film, scale) {
  canvas.width = width * scale;
  canvas.height = height * scale;
  const ctx = canvas.getContext("2d", { willReadFrequently: true });
  const sprites = new Map();
  const camera = { x: 0, y: 0, zoom: 1, roll: 0 };

  const stage = {
    ctx,
    scale,
    /** Seconds since the film began. */
    now: 0,

    begin(now) {
      stage.now = now;
      ctx.setTransform(scale, 0, 0, scale, 0, 0);
      ctx.globalAlpha = 1;
      ctx.globalCompositeOperation = "source-over";
      stage.look({});
    },

    /** Points the camera: offset from the middle in pixels, zoom, roll in radians, hand-held shake in pixels. */
    look({ x = 0, y = 0, zoom = 1, roll = 0, shake = 0 }) {
      camera.x = x + wobble(stage.now * 9, 5) * shake;
      camera.y = y + wobble(stage.now * 9, 6) * shake;
      camera.zoom = zoom;
      camera.roll = roll;
    },

    /** Paints a layer at a depth: 0 is the far sky, 1 the plane of action, above 1 passes close by. */
    layer(depth, paint) {
      const zoom = 1 + (camera.zoom - 1) * depth;
      ctx.save();
      ctx.translate(width / 2, height / 2);
      ctx.rotate(camera.roll);
      ctx.scale(zoom, zoom);
      ctx.translate(-width / 2 - camera.x * depth, -height / 2 - camera.y * depth);
      paint(ctx);
      ctx.restore();
    },

    /** Draws a picture that is painted once and then kept. `box` is its area in local units. */
    sprite(key, box, paint, detail = 1) {
      const picture = sprites.get(key) ?? paintOnce(box, paint, detail);
      sprites.set(key, picture);
      ctx.drawImage(picture, box.x, box.y, box.w, box.h);
    },

    /** How far a speaker's mouth is open now, 0..1, from the captions. */
    mouth(who) {
      const cue = film.captions.find(
        (line) => line.who === who && stage.now >= line.at && stage.now < line.until,
      );
      if (!cue) return 0;
      const inside = stage.now - cue.at;
      const fade = clamp(Math.min(inside, cue.until - 0.35 - stage.now) * 8);
      return fade * clamp(0.5 + 0.75 * wobble(inside * 8.5, who.length + 3));
    },

    /** How closed the eyes are now, 0..1: a blink every few seconds. */
    blink(seed = 1) {
      const beat = Math.floor(stage.now / 2.6);
      const at = beat * 2.6 + 0.6 + hash(beat, seed) * 1.6;
      return clamp(1 - Math.abs(stage.now - at) / 0.1);
    },
  };
  return stage;
}

function paintOnce(box, paint, detail) {
  const picture = new OffscreenCanvas(Math.ceil(box.w * detail), Math.ceil(box.h * detail));
  const ctx = picture.getContext("2d");
  ctx.scale(detail, detail);
  ctx.translate(-box.x, -box.y);
  paint(ctx);
  return picture;
}
