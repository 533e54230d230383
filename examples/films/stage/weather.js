/** Weather and water: rain, mist, clouds, waves, sparks. */
import { across, blob, cut, sheet } from "./paper.js";
import { createRandom, hash } from "./random.js";

/** Rain as slivers of light. `strength` 0..1 is how much, `slant` how far the wind bends it. */
export function rain(
  ctx,
  now,
  { strength = 1, slant = -0.22, colour = "200,220,255", speed = 1, seed = 1 } = {},
) {
  for (const [layer, [length, pace, alpha, size]] of [
    [46, 1500, 0.2, 1.3],
    [90, 2100, 0.3, 1.9],
  ].entries()) {
    const path = new Path2D();
    const count = Math.round(strength * (layer ? 34 : 90));
    for (let drop = 0; drop < count; drop += 1) {
      const span = 1280 + length * 2 + 200;
      const run = hash(drop, seed + layer * 7) * span + now * pace * speed * (0.85 + 0.3 * hash(drop, 9));
      const lap = Math.floor(run / span);
      const y = (run % span) - length - 100;
      const x = hash(drop * 31 + lap, seed + 3) * 1080 - 180 + slant * (y - 640);
      path.moveTo(x, y);
      path.lineTo(x + slant * length, y + length);
    }
    ctx.strokeStyle = `rgba(${colour},${alpha})`;
    ctx.lineWidth = size;
    ctx.stroke(path);
  }
}

/** A bank of paper clouds with round scallops. */
export function cloudBank(ctx, y, { colour, seed = 1, size = 90, lift = 16 }) {
  const random = createRandom(seed);
  const path = new Path2D();
  for (let x = -260; x < 1000; x += size * 0.72) {
    const radius = size * (0.55 + random() * 0.6);
    const top = y + (random() - 0.5) * size * 0.7;
    path.moveTo(x + radius, top);
    path.arc(x, top, radius, 0, Math.PI * 2);
  }
  path.rect(-400, y, 1520, 900);
  sheet(ctx, path, colour, { lift });
}

/** One long cloud, cut thin. */
export function cloudStrip(ctx, x, y, length, colour) {
  const path = new Path2D();
  for (const [dx, dy, part, tall] of [
    [0, 0, 1, 0.055],
    [0.12, -0.05, 0.55, 0.05],
    [-0.2, 0.05, 0.6, 0.04],
  ]) {
    const [w, h] = [length * part, length * tall];
    path.roundRect(x + dx * length - w / 2, y + dy * length - h / 2, w, h, h / 2);
  }
  sheet(ctx, path, colour, { lift: 8 });
}

/** The outline of a row of waves at height `y`. */
export function waveLine(y, { now, height = 14, length = 130, speed = 40, seed = 0, floor = 1500 }) {
  const path = new Path2D();
  const shift = ((now * speed + seed * 57) % length) - length * 3;
  path.moveTo(shift, floor);
  path.lineTo(shift, y);
  const lift = Math.sin(now * 1.3 + seed) * height * 0.35;
  for (let x = shift; x < 1020 + length; x += length) {
    path.bezierCurveTo(
      x + length * 0.35,
      y + lift,
      x + length * 0.45,
      y - height + lift,
      x + length * 0.62,
      y - height + lift,
    );
    path.bezierCurveTo(
      x + length * 0.66,
      y - height * 0.2 + lift,
      x + length * 0.8,
      y + lift,
      x + length,
      y + lift,
    );
  }
  path.lineTo(1100 + length, floor);
  path.closePath();
  return path;
}

/** Rows of waves, far to near. `colours` from far to near; `top` and `bottom` bound them. */
export function sea(
  ctx,
  now,
  { top, bottom, colours, height = 16, crest = "rgba(255,255,255,.13)", reach = 1 },
) {
  colours.forEach((colour, index) => {
    const part = colours.length === 1 ? 0 : index / (colours.length - 1);
    const y = top + (bottom - top) * part ** 1.3;
    const size = 0.45 + part * 1.1;
    const direction = index % 2 ? -1 : 1;
    const wave = {
      now: now * reach,
      height: height * size,
      length: 120 * size + 40,
      speed: direction * (14 + 30 * part),
      seed: index + 1,
    };
    ctx.save();
    ctx.translate(0, 7);
    cut(ctx, waveLine(y, wave), "rgba(0,2,16,.28)");
    ctx.restore();
    const path = waveLine(y, wave);
    cut(ctx, path, across(ctx, [0, y - height, 0, y + 190], colour));
    ctx.strokeStyle = crest;
    ctx.lineWidth = 1 + part * 1.5;
    ctx.stroke(path);
  });
}

/** Slow drifting mist near a height. */
export function mist(ctx, now, { y, colour, strength = 0.25, size = 90 }) {
  for (let puff = 0; puff < 5; puff += 1) {
    const x = ((hash(puff, 41) * 1400 + now * (12 + 10 * hash(puff, 2))) % 1400) - 340;
    ctx.save();
    ctx.translate(x, y + (hash(puff, 8) - 0.5) * size);
    ctx.scale(1, 0.2);
    const gradient = ctx.createRadialGradient(0, 0, 0, 0, 0, 360);
    gradient.addColorStop(0, `rgba(${colour},${strength})`);
    gradient.addColorStop(1, `rgba(${colour},0)`);
    ctx.fillStyle = gradient;
    ctx.fillRect(-360, -360, 720, 720);
    ctx.restore();
  }
}

/** Bright specks that rise or fall: sparks, dust, paper confetti. `speed` in pixels a second, negative rises. */
export function specks(
  ctx,
  now,
  { count, colour, speed = -60, size = 3, seed = 1, area = [0, 0, 720, 1280], sway = 26 },
) {
  const [left, top, wide, tall] = area;
  ctx.fillStyle = colour;
  for (let speck = 0; speck < count; speck += 1) {
    const pace = speed * (0.5 + hash(speck, seed));
    const y = (((hash(speck, seed + 1) * tall + now * pace) % tall) + tall) % tall;
    const x = left + hash(speck, seed + 2) * wide + Math.sin(now * (0.6 + hash(speck, 4)) + speck) * sway;
    ctx.globalAlpha = 0.25 + 0.75 * hash(speck, seed + 5) * Math.sin((y / tall) * Math.PI);
    const radius = size * (0.4 + hash(speck, seed + 3));
    ctx.fillRect(x, top + y, radius, radius);
  }
  ctx.globalAlpha = 1;
}

/** A round stone or puddle outline for foregrounds. */
export const pebble = (x, y, w, h) =>
  blob([
    [x - w, y],
    [x - w * 0.4, y - h],
    [x + w * 0.6, y - h * 0.8],
    [x + w, y],
    [x, y + h * 0.5],
  ]);
