import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { collectShown, findFilm, findMoving, findStalls } from "./film-time.mjs";

const film = (at, frame, episode = 1) => ({ at, episode, frame, isPoster: false });
const poster = (at, episode = 1) => ({ at, episode, frame: 0, isPoster: true });

describe("findFilm", () => {
  it("takes neither a poster nor an empty screen for a film", () => {
    assert.equal(findFilm([{ at: 1 }, poster(2), film(3, 0)])?.at, 3);
    assert.equal(findFilm([{ at: 1 }, poster(2)]), undefined);
  });

  it("looks for one episode, from a moment on", () => {
    assert.equal(findFilm([film(1, 5, 2), film(2, 9), film(3, 6, 2)], { episode: 2, after: 2 })?.at, 3);
  });
});

describe("findMoving", () => {
  it("waits until the frame is another one than the still picture", () => {
    const sightings = [film(0, 80), poster(10, 2), film(20, 0, 2), film(40, 0, 2), film(60, 1, 2)];
    assert.equal(findMoving(sightings, { episode: 2, after: 5 })?.at, 60);
  });

  it("finds nothing in a picture that lies still", () => {
    assert.equal(findMoving([film(20, 0, 2), film(40, 0, 2)], { episode: 2, after: 5 }), undefined);
  });
});

describe("findStalls", () => {
  const span = { episode: 1, from: 0, until: 1000, durationSeconds: 20 };

  it("counts a still picture, not dropped frames", () => {
    const sightings = [film(0, 0), film(200, 5), film(700, 6), film(720, 7), film(900, 11)];
    assert.deepEqual(findStalls(sightings, span), {
      count: 1,
      totalMs: 500,
      spans: [{ from: 200, to: 700 }],
    });
  });

  it("does not take repeated pictures of one frame for movement", () => {
    const sightings = [film(0, 0), film(100, 3), film(300, 3), film(500, 3), film(800, 4), film(900, 5)];
    assert.equal(findStalls(sightings, span).totalMs, 700);
  });

  it("counts a film that stands until the end of the watch", () => {
    assert.equal(findStalls([film(0, 0), film(100, 3)], span).totalMs, 900);
  });

  it("does not count the last picture of an episode that is over", () => {
    assert.equal(findStalls([film(0, 497), film(100, 499)], span).totalMs, 0);
  });
});

describe("collectShown", () => {
  it("joins what was seen, across dropped frames, and keeps jumps apart", () => {
    const shown = collectShown([
      film(0, 0),
      film(1, 1),
      film(2, 4),
      film(3, 100),
      film(4, 101),
      poster(5, 2),
    ]);
    assert.deepEqual(
      [...shown],
      [
        [
          1,
          [
            { from: 0, to: 0.2 },
            { from: 4, to: 4.08 },
          ],
        ],
      ],
    );
  });
});
