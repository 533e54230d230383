/** Light: glows, beams, halos and lightning. Everything here adds light to what is there. */
import { around, cut } from "./paper.js";

/** Paints with added light. */
export function adding(ctx, paint) {
  ctx.save();
  ctx.globalCompositeOperation = "lighter";
  paint();
  ctx.restore();
}

/** A soft round glow; `colour` is "r,g,b". */
export function glow(ctx, x, y, radius, colour, strength = 1) {
  if (strength <= 0.004) return;
  adding(ctx, () => {
    const stops = [
      [0, `rgba(${colour},${0.85 * strength})`],
      [0.12, `rgba(${colour},${0.5 * strength})`],
      [0.4, `rgba(${colour},${0.16 * strength})`],
      [1, `rgba(${colour},0)`],
    ];
    ctx.fillStyle = around(ctx, [x, y, radius], stops);
    ctx.fillRect(x - radius, y - radius, radius * 2, radius * 2);
  });
}

/** A beam from a lamp: a wedge that fades with distance. `angle` in radians, 0 points right. */
export function beam(ctx, x, y, { angle, length, spread, colour, strength = 1 }) {
  if (strength <= 0.004) return;
  adding(ctx, () => {
    for (const part of [1, 0.55, 0.22]) {
      const half = spread * part;
      const path = new Path2D();
      path.moveTo(x, y);
      path.lineTo(x + Math.cos(angle - half) * length, y + Math.sin(angle - half) * length);
      path.lineTo(x + Math.cos(angle + half) * length, y + Math.sin(angle + half) * length);
      path.closePath();
      const stops = [
        [0, `rgba(${colour},${0.5 * strength})`],
        [0.3, `rgba(${colour},${0.2 * strength})`],
        [1, `rgba(${colour},0)`],
      ];
      cut(ctx, path, around(ctx, [x, y, length], stops));
    }
  });
}

/** Light over the whole picture, as from lightning. */
export function flash(ctx, strength, colour = "190,205,255") {
  if (strength <= 0.01) return;
  adding(ctx, () => {
    ctx.fillStyle = `rgba(${colour},${Math.min(0.6, strength)})`;
    ctx.fillRect(-200, -200, 1120, 1680);
  });
}

/** Concentric rings of light, like the lens of a lighthouse seen from the front. */
export function rings(ctx, x, y, { radius, count, colour, strength = 1 }) {
  adding(ctx, () => {
    for (let ring = 1; ring <= count; ring += 1) {
      ctx.strokeStyle = `rgba(${colour},${(strength * 0.5) / ring})`;
      ctx.lineWidth = (radius / count) * 0.34;
      ctx.beginPath();
      ctx.arc(x, y, (radius * ring) / count, 0, Math.PI * 2);
      ctx.stroke();
    }
  });
}
