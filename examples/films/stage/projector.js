/** Plays a film onto a canvas: finds the shot of a moment, paints it, and finishes the picture. */

import { finish } from "./finish.js";
import { createStage } from "./stage.js";

/** A projector for one film. `scale` 1 is 720 by 1280. */
export function createProjector(canvas, film, scale = 1) {
  const stage = createStage(canvas, film, scale);

  function paint(moment) {
    if (moment === "cover" || moment === "seriesCover") {
      stage.begin(0);
      (film[moment] ?? film.shots[0].paint)(stage, 0, 0);
      finish(stage, {});
      return;
    }
    let from = 0;
    const shot = film.shots.find((candidate, index) => {
      if (moment < candidate.until || index === film.shots.length - 1) return true;
      from = candidate.until;
      return false;
    });
    stage.begin(moment);
    shot.paint(stage, moment - from, (moment - from) / (shot.until - from));
    finish(stage, shot);
  }

  return {
    picture(moment, type) {
      paint(moment);
      return canvas.toDataURL(type, 0.96);
    },
    sheet(moments, columns) {
      const [width, height] = [360, 640];
      const rows = Math.ceil(moments.length / columns);
      const sheet = new OffscreenCanvas(columns * width, rows * height);
      const ctx = sheet.getContext("2d");
      ctx.imageSmoothingQuality = "high";
      const started = performance.now();
      moments.forEach((moment, index) => {
        paint(moment);
        ctx.drawImage(
          canvas,
          (index % columns) * width,
          Math.floor(index / columns) * height,
          width - 4,
          height - 4,
        );
      });
      const page = document.createElement("canvas");
      Object.assign(page, { width: sheet.width, height: sheet.height });
      page.getContext("2d").drawImage(sheet, 0, 0);
      console.log(`${((performance.now() - started) / moments.length).toFixed(0)} ms per frame`);
      return page.toDataURL("image/png");
    },
  };
}
