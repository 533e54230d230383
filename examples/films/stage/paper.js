/** Paper: sheets that cast shadows, lit edges, cut-outs, and torn outlines. */
import { createRandom } from "./random.js";

/** A linear gradient from `[offset, colour]` stops or a plain list of colours. */
export function across(ctx, [x0, y0, x1, y1], colours) {
  const gradient = ctx.createLinearGradient(x0, y0, x1, y1);
  return addStops(gradient, colours);
}

/** A radial gradient around a point. */
export function around(ctx, [x, y, radius], colours, inner = 0) {
  const gradient = ctx.createRadialGradient(x, y, inner, x, y, radius);
  return addStops(gradient, colours);
}

function addStops(gradient, colours) {
  colours.forEach((stop, index) => {
    if (Array.isArray(stop)) gradient.addColorStop(stop[0], stop[1]);
    else gradient.addColorStop(index / (colours.length - 1), stop);
  });
  return gradient;
}

/** A shape from SVG path text or a Path2D. */
export const shape = (path) => (typeof path === "string" ? new Path2D(path) : path);

/** One sheet of paper: its shadow falls on what lies behind. Shadows are dear: use this inside sprites. */
export function sheet(ctx, path, fill, { lift = 12, shade = "rgba(2,2,14,.55)", drift = 0 } = {}) {
  ctx.save();
  ctx.shadowColor = shade;
  ctx.shadowBlur = lift * 1.6;
  ctx.shadowOffsetX = drift;
  ctx.shadowOffsetY = lift * 0.5;
  ctx.fillStyle = fill;
  ctx.fill(shape(path));
  ctx.restore();
}

/** A plain cut shape without a shadow: cheap enough for every frame. */
export function cut(ctx, path, fill) {
  ctx.fillStyle = fill;
  ctx.fill(shape(path));
}

/** Light caught by the edge of a sheet; `colour` may be a gradient, so that only one side shines. */
export function edge(ctx, path, colour, size = 3) {
  const outline = shape(path);
  ctx.save();
  ctx.clip(outline);
  ctx.strokeStyle = colour;
  ctx.lineWidth = size * 2;
  ctx.stroke(outline);
  ctx.restore();
}

/** Fine strokes, such as strands of hair or folds of cloth. */
export function strokes(ctx, paths, colour, size = 3) {
  ctx.strokeStyle = colour;
  ctx.lineWidth = size;
  ctx.lineCap = "round";
  ctx.lineJoin = "round";
  for (const path of paths) ctx.stroke(shape(path));
}

/** A filled disc. */
export function disc(ctx, x, y, radius, fill) {
  ctx.fillStyle = fill;
  ctx.beginPath();
  ctx.arc(x, y, radius, 0, Math.PI * 2);
  ctx.fill();
}

/** A closed smooth path through points. */
export function blob(points) {
  const path = new Path2D();
  const middle = (a, b) => [(a[0] + b[0]) / 2, (a[1] + b[1]) / 2];
  path.moveTo(...middle(points.at(-1), points[0]));
  points.forEach((point, index) => {
    path.quadraticCurveTo(...point, ...middle(point, points[(index + 1) % points.length]));
  });
  path.closePath();
  return path;
}

/** A closed path through points with straight, slightly irregular edges: scissors, not a ruler. */
export function polygon(points) {
  const path = new Path2D();
  for (const [x, y] of points) path.lineTo(x, y);
  path.closePath();
  return path;
}

/** A ridge line from left to right, closed at the bottom. `height(x)` gives its y. */
export function ridge(height, { from = -120, to = 840, step = 20, floor = 1500 } = {}) {
  const path = new Path2D();
  path.moveTo(from, floor);
  for (let x = from; x <= to; x += step) path.lineTo(x, height(x));
  path.lineTo(to, floor);
  path.closePath();
  return path;
}

/**
 * The lightbox: irregular frames of paper around a luminous opening, darkest in front.
 * @param {{x: number, y: number, rx: number, ry: number, colours: string[], seed?: number}} box colours from back to front
 */
export function lightbox(ctx, { x, y, rx, ry, colours, seed = 3 }) {
  colours.forEach((colour, index) => {
    const random = createRandom(seed * 31 + index);
    const grow = 1 + index * 0.3;
    const points = Array.from({ length: 13 }, (_, corner) => {
      const turn = (corner / 13) * Math.PI * 2;
      const reach = grow * (0.88 + random() * 0.3);
      return [x + Math.cos(turn) * rx * reach, y + Math.sin(turn) * ry * reach];
    });
    const frame = new Path2D();
    frame.rect(-400, -400, 1520, 2080);
    frame.addPath(blob(points));
    ctx.save();
    ctx.shadowColor = "rgba(2,2,14,.6)";
    ctx.shadowBlur = 34;
    ctx.shadowOffsetY = 10;
    ctx.fillStyle = colour;
    ctx.fill(frame, "evenodd");
    ctx.restore();
  });
}
