/** The last pass over every picture: vignette, paper grain, and fades from or to black. */
import { clamp } from "./ease.js";
import { createRandom } from "./random.js";
import { height, width } from "./stage.js";

const full = { x: 0, y: 0, w: width, h: height };

/** Finishes the picture; a shot's `fadeIn`, `fadeOut` (seconds) are handled by its own paint through `fade`. */
export function finish(stage) {
  const { ctx } = stage;
  stage.sprite("finish:vignette", full, paintVignette, 0.5);
  stage.sprite("finish:grain", full, paintGrain, 1);
  ctx.globalAlpha = 1;
}

/** Lays a colour over everything; 0 is nothing, 1 covers. */
export function fade(stage, amount, colour = "#000") {
  if (amount <= 0) return;
  const { ctx } = stage;
  ctx.globalAlpha = clamp(amount);
  ctx.fillStyle = colour;
  ctx.fillRect(-60, -60, width + 120, height + 120);
  ctx.globalAlpha = 1;
}

function paintVignette(ctx) {
  const gradient = ctx.createRadialGradient(360, 560, 420, 360, 600, 900);
  gradient.addColorStop(0, "rgba(3,4,16,0)");
  gradient.addColorStop(1, "rgba(3,4,16,.62)");
  ctx.fillStyle = gradient;
  ctx.fillRect(0, 0, width, height);
}

/** Fixed fibres and speckle: reads as paper, breaks up banding, and costs few bits because it stands still. */
function paintGrain(ctx) {
  const random = createRandom(77);
  const image = ctx.getImageData(0, 0, width, height);
  const { data } = image;
  for (let at = 0; at < data.length; at += 4) {
    const value = random();
    data[at] = data[at + 1] = data[at + 2] = value > 0.5 ? 255 : 0;
    data[at + 3] = Math.abs(value - 0.5) * 6;
  }
  ctx.putImageData(image, 0, 0);
  for (let fibre = 0; fibre < 420; fibre += 1) {
    const [x, y, turn] = [random() * width, random() * height, random() * Math.PI];
    const length = 6 + random() * 22;
    ctx.strokeStyle = random() > 0.45 ? "rgba(255,255,255,.03)" : "rgba(0,0,0,.04)";
    ctx.lineWidth = 0.8 + random();
    ctx.beginPath();
    ctx.moveTo(x, y);
    ctx.quadraticCurveTo(
      x + Math.cos(turn) * length,
      y,
      x + Math.cos(turn) * length,
      y + Math.sin(turn) * length,
    );
    ctx.stroke();
  }
}
