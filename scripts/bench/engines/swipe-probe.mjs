// Runs inside the page, in any engine: reads the code in the film's picture at every screen refresh, and writes down
// when a key was pressed and when the next episode moved. Films only: a poster is no `<video>`.
import { readScreen } from "./pattern/read.mjs";

/** A quarter of the smallest rendition's height is enough for the code. */
const canvas = Object.assign(document.createElement("canvas"), { width: 180, height: 320 });
const pen = canvas.getContext("2d", { willReadFrequently: true });

const probe = { pressedAt: 0, episode: 0, still: -1, moves: [] };
window.benchProbe = probe;

window.addEventListener(
  "keydown",
  ({ timeStamp }) => {
    probe.pressedAt = timeStamp;
    probe.still = -1;
  },
  { capture: true },
);

requestAnimationFrame(function look(now) {
  requestAnimationFrame(look);
  const seen = read(findVideo());
  if (!seen || seen.isPoster) return;
  if (probe.pressedAt > 0 && seen.episode === probe.episode + 1) {
    if (probe.still < 0) probe.still = seen.frame;
    if (seen.frame === probe.still) return;
    probe.moves.push(Math.max(0, now - probe.pressedAt));
    probe.pressedAt = 0;
  }
  if (probe.pressedAt === 0) probe.episode = seen.episode;
});

/** The video over the middle of the screen, through open shadow roots. */
function findVideo() {
  const videos = [
    document,
    ...[...document.querySelectorAll("*")].flatMap(({ shadowRoot }) => shadowRoot ?? []),
  ]
    .flatMap((root) => [...root.querySelectorAll("video")])
    .filter((video) => video.readyState >= 2);
  return videos.find((video) => {
    const { top, bottom } = video.getBoundingClientRect();
    return top <= innerHeight / 2 && bottom >= innerHeight / 2;
  });
}

function read(video) {
  if (!video) return undefined;
  pen.drawImage(video, 0, 0, canvas.width, canvas.height);
  const { data } = pen.getImageData(0, 0, canvas.width, canvas.height);
  return readScreen({ width: canvas.width, height: canvas.height, channels: 4, data });
}
