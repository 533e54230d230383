import assert from "node:assert/strict";
import { afterEach, beforeEach, describe, it, mock } from "node:test";
import { hearLastFrame } from "./hear-last-frame.js";

const FRAME = 1 / 25;

/** A film of ten seconds whose frames come when a test says so. */
function createFilm() {
  let onFrame: VideoFrameRequestCallback | undefined;
  const video = {
    ...{ duration: 10, paused: false, playbackRate: 1 },
    requestVideoFrameCallback: (callback: VideoFrameRequestCallback): number => {
      onFrame = callback;
      return 1;
    },
  };
  /** Shows the frame that lies so many frames before the end. */
  const show = (before: number): void => {
    const callback = onFrame;
    onFrame = undefined;
    callback?.(0, { mediaTime: 10 - before * FRAME } as VideoFrameCallbackMetadata);
  };
  return { video, show, isWatched: () => onFrame !== undefined };
}

describe("the last frame of a film", () => {
  beforeEach(() => mock.timers.enable({ apis: ["setTimeout"] }));
  afterEach(() => mock.timers.reset());

  function listen(film: ReturnType<typeof createFilm>, isNear = (left: number) => left < 0.6) {
    const heard = { last: 0, left: 0 };
    hearLastFrame(
      film.video,
      isNear,
      () => (heard.last += 1),
      () => (heard.left += 1),
    );
    return heard;
  }

  it("is told at once where the film ends with it", () => {
    const film = createFilm();
    const heard = listen(film);
    for (const before of [3, 2, 1]) film.show(before);
    mock.timers.tick(0);
    assert.equal(heard.last, 1);
  });

  it("is the one that no other follows, where the sound is longer than the picture", () => {
    const film = createFilm();
    const heard = listen(film);
    for (const before of [5, 4, 3]) film.show(before);
    mock.timers.tick(50);
    assert.equal(heard.last, 0);
    mock.timers.tick(20);
    assert.equal(heard.last, 1);
  });

  it("comes sooner at double speed", () => {
    const film = createFilm();
    film.video.playbackRate = 2;
    const heard = listen(film);
    for (const before of [4, 3]) film.show(before);
    mock.timers.tick(40);
    assert.equal(heard.last, 1);
  });

  it("is not one that another follows in time", () => {
    const film = createFilm();
    const heard = listen(film);
    for (const before of [4, 3]) film.show(before);
    mock.timers.tick(40);
    film.show(2);
    mock.timers.tick(40);
    assert.equal(heard.last, 0);
  });

  it("is not one at which playing came to a stop before the end", () => {
    const film = createFilm();
    const heard = listen(film);
    for (const before of [8, 7]) film.show(before);
    mock.timers.tick(10_000);
    assert.equal(heard.last, 0);
  });

  it("is not one at which the viewer pauses", () => {
    const film = createFilm();
    const heard = listen(film);
    for (const before of [3, 2]) film.show(before);
    film.video.paused = true;
    mock.timers.tick(10_000);
    assert.equal(heard.last, 0);
  });

  it("is looked for no more once the viewer went back", () => {
    const film = createFilm();
    const heard = listen(film);
    for (const before of [3, 2]) film.show(before);
    film.show(100);
    mock.timers.tick(10_000);
    assert.deepEqual(heard, { last: 0, left: 1 });
    assert.equal(film.isWatched(), false);
  });

  it("is not told of a film that has left the screen by then", () => {
    const film = createFilm();
    let isShown = true;
    const heard = listen(film, () => isShown);
    for (const before of [3, 2, 1]) film.show(before);
    isShown = false;
    mock.timers.tick(10_000);
    assert.equal(heard.last, 0);
  });
});
