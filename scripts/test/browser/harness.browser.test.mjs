/** Proves the ground that browser tests stand on: media, faults, viewport and autoplay as people have it. */
import { equal, ok, rejection } from "./assert.mjs";

const CLOCK = "/scripts/test/fixtures/clock.mp4";

const put = (base, rules) => fetch(base, { method: "PUT", body: JSON.stringify(rules) });
const newFaults = () => `/__faults/${Math.random().toString(36).slice(2)}`;

function addVideo(src, { muted }) {
  const video = document.createElement("video");
  video.muted = muted;
  video.playsInline = true;
  video.src = src;
  document.body.append(video);
  return video;
}

describe("the media middleware", () => {
  it("answers byte ranges", async () => {
    const answer = await fetch(CLOCK, { headers: { range: "bytes=4-7" } });
    equal(answer.status, 206);
    equal(await answer.text(), "ftyp");
  });

  it("fails on demand, heals, and tells what was asked for", async () => {
    const base = newFaults();
    await put(base, [{ match: "mp4$", times: 1, status: 503 }]);
    equal((await fetch(base + CLOCK)).status, 503);
    equal((await fetch(base + CLOCK)).status, 200);
    const log = await (await fetch(base)).json();
    equal(
      log.map(({ path, status, fault }) => [path, status, fault]),
      [
        [CLOCK, 503, "status"],
        [CLOCK, 200, null],
      ],
    );
  });

  it("drops and cuts connections", async () => {
    const base = newFaults();
    await put(base, [
      { times: 1, drop: true },
      { after: 1, cutAfterBytes: 1000 },
    ]);
    equal((await rejection(fetch(base + CLOCK))).name, "TypeError");
    const cut = await fetch(base + CLOCK);
    await rejection(cut.arrayBuffer());
  });

  it("takes a rule from the URL", async () => {
    equal((await fetch(`${newFaults()}${CLOCK}?status=403`)).status, 403);
  });
});

describe("the page of a browser test", () => {
  it("has the width of a phone", () => {
    equal(innerWidth, 390);
  });

  it("may play muted by itself", async () => {
    const video = addVideo(CLOCK, { muted: true });
    await video.play();
    await new Promise((resolve) => video.requestVideoFrameCallback(resolve));
    ok(!video.paused, "it was paused again");
    video.remove();
  });

  it("may not play with sound by itself", async () => {
    const video = addVideo(CLOCK, { muted: false });
    equal((await rejection(video.play())).name, "NotAllowedError");
    video.remove();
  });
});
