import { sendMouse } from "@web/test-runner-commands";
import { equal, ok } from "./testing/assert.js";
import { filmTarget } from "./testing/films.js";
import { MediaServer } from "./testing/media-server.js";
import type { Stage } from "./testing/stage.js";
import { createStage, frames, until } from "./testing/stage.js";

/** The page has no gesture until the test that makes one; it comes last, because a page keeps its gestures. */
describe("sound", () => {
  let stage: Stage;
  const server = new MediaServer();
  beforeEach(() => {
    stage = createStage();
  });
  afterEach(() => stage.end());

  const play = (): void => {
    stage.pool.assign(0, filmTarget(server, "fmp4"), "current");
    stage.pool.assign(1, filmTarget(server, "mp4"), "warm");
    stage.pool.activate(0);
    stage.pool.play();
  };

  const unmuted = (): readonly number[] =>
    stage.pool.videos.flatMap((video, slot) => (video.muted ? [] : [slot]));

  /** As a browser that wants a gesture; `alsoMuted` is Low Power Mode. */
  const refusePlay = (
    video: HTMLVideoElement,
    { alsoMuted }: { alsoMuted: boolean },
  ): { readonly count: number } => {
    const asked = { count: 0 };
    video.play = async () => {
      asked.count += 1;
      if (alsoMuted || !video.muted) throw new DOMException("no gesture", "NotAllowedError");
      return HTMLVideoElement.prototype.play.call(video);
    };
    return asked;
  };

  it("is off at first", async () => {
    play();
    await stage.fact("playing");
    equal(unmuted(), []);
  });

  it("that the browser refuses: it plays muted, says so, and does not ask again", async () => {
    const asked = refusePlay(stage.pool.videos[0], { alsoMuted: false });
    stage.pool.setMuted(false);
    play();
    await stage.fact("sound-refused");
    await stage.fact("playing");
    const before = asked.count;
    await frames(20);
    equal([unmuted(), asked.count], [[], before]);
  });

  it("that the browser refuses twice in one breath: it plays muted all the same", async () => {
    play();
    await stage.fact("first-frame");
    stage.pool.pause();
    await stage.fact("paused");
    refusePlay(stage.pool.videos[0], { alsoMuted: false });
    stage.pool.setMuted(false);
    stage.pool.play();
    stage.pool.play();
    await stage.fact("sound-refused");
    await until(() => !stage.pool.videos[0].paused);
    const count = (type: string): number => stage.facts.filter((fact) => fact.type === type).length;
    equal([count("needs-gesture"), count("sound-refused")], [0, 1]);
  });

  it("that comes on without a gesture while it plays: it goes on playing", async () => {
    play();
    await stage.fact("playing");
    stage.pool.setMuted(false);
    await frames(20);
    const [video] = stage.pool.videos;
    ok(!video.paused, "it stopped");
    const wasRefused = stage.facts.some(({ type }) => type === "sound-refused");
    equal(unmuted(), wasRefused ? [] : [0]);
  });

  it("aside, a browser that refuses even muted play wants a gesture, and is asked once", async () => {
    const asked = refusePlay(stage.pool.videos[0], { alsoMuted: true });
    play();
    await stage.fact("needs-gesture");
    await stage.fact("first-frame");
    await frames(20);
    equal(asked.count, 1);
  });

  it("after a gesture: one element sounds, and it is always the active one", async () => {
    play();
    await stage.fact("first-frame", "s/mp4");
    const button = document.createElement("button");
    button.style.cssText = "position: fixed; inset: 0; width: 100vw; height: 100vh";
    document.body.append(button);
    const most: number[] = [];
    button.addEventListener("click", () => {
      stage.pool.blessSound();
      stage.pool.setMuted(false);
    });
    await sendMouse({ type: "click", position: [50, 50] });
    button.remove();
    await until(() => unmuted().length === 1);
    for (let i = 0; i < 10; i++) {
      await frames(1);
      most.push(unmuted().length);
    }
    equal([Math.max(...most), unmuted()], [1, [0]]);
    stage.pool.activate(1);
    equal(unmuted(), [1]);
    await stage.fact("playing", "s/mp4");
    equal(
      stage.facts.filter(({ type }) => type === "sound-refused"),
      [],
    );
  });

  // Demuxed sound is silent in an engine that ignores `EXT-X-MEDIA`: this listens to what comes out of the element.
  for (const film of ["fmp4", "demuxed"] as const) {
    it(`comes out of the element (${film})`, async function () {
      const context = new AudioContext();
      await Promise.race([context.resume(), frames(60)]);
      // Without a sound device some engines never run an AudioContext.
      if (context.state !== "running") return this.skip();
      const [video] = stage.pool.videos;
      const analyser = context.createAnalyser();
      context.createMediaElementSource(video).connect(analyser).connect(context.destination);
      stage.pool.setMuted(false);
      stage.pool.assign(0, filmTarget(server, film), "current");
      stage.pool.activate(0);
      stage.pool.play();
      await stage.fact("playing");
      const samples = new Float32Array(2048);
      const isHeard = (): boolean => {
        analyser.getFloatTimeDomainData(samples);
        return samples.some((sample) => Math.abs(sample) > 0.01);
      };
      await until(isHeard, () => `nothing is heard at ${video.currentTime}`);
      await context.close();
    });
  }
});
