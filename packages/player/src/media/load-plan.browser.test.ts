import { createFailure } from "./media-failure.js";
import { equal } from "./testing/assert.js";
import type { FakeEngines } from "./testing/fake-engine.js";
import { createFakeEngines } from "./testing/fake-engine.js";
import { filmTarget } from "./testing/films.js";
import { MediaServer } from "./testing/media-server.js";
import type { Stage } from "./testing/stage.js";
import { createStage, frames, until } from "./testing/stage.js";

describe("what loads beside the current episode", () => {
  let stage: Stage;
  let engines: FakeEngines;
  const server = new MediaServer();
  beforeEach(() => {
    engines = createFakeEngines();
    stage = createStage({ engines: { source: engines.create } });
  });
  afterEach(() => stage.end());

  const assign = (slot: number, role: "current" | "warm" | "hold"): void =>
    stage.pool.assign(slot, filmTarget(server, "mp4", { key: `e${slot}` }), role);

  /** The third episode is current, the second is left, the next one is warm: all three elements are in use. */
  const fill = async (): Promise<void> => {
    assign(1, "current");
    stage.pool.activate(1);
    stage.pool.play();
    await stage.fact("playing", "e1");
    assign(2, "current");
    assign(1, "hold");
    stage.pool.activate(2);
    await stage.fact("playing", "e2");
    assign(0, "warm");
    await stage.fact("first-frame", "e0");
  };

  const loaded = (): readonly boolean[] => stage.pool.videos.map((video) => video.readyState > 0);

  it("parks the episode that was left when a third engine is needed, and keeps its picture", async () => {
    await fill();
    equal(engines.calls, ["load e1", "rest e1", "load e2", "park e1", "warm e0"]);
    equal(loaded(), [true, true, true]);
  });

  it("wakes no engine for an episode that was parked and is a neighbour again", async () => {
    await fill();
    const before = engines.calls.length;
    assign(1, "warm");
    await frames(10);
    equal(
      engines.calls.slice(before).filter((call) => call.endsWith("e1")),
      [],
    );
    assign(1, "current");
    equal(engines.calls.at(-1), "load e1");
  });

  it("gives a loading role to one slot only", async () => {
    assign(0, "current");
    await stage.fact("first-frame", "e0");
    assign(1, "warm");
    await stage.fact("first-frame", "e1");
    assign(2, "warm");
    await stage.fact("first-frame", "e2");
    equal(
      engines.calls.filter((call) => /warm|rest|park/.test(call)),
      ["warm e1", "rest e1", "park e1", "warm e2"],
    );
  });

  it("stops loading the neighbour while the current episode starves", async () => {
    assign(0, "current");
    stage.pool.activate(0);
    stage.pool.play();
    await stage.fact("playing", "e0");
    assign(1, "warm");
    await stage.fact("first-frame", "e1");
    stage.pool.videos[0].dispatchEvent(new Event("waiting"));
    equal(engines.calls.at(-1), "rest e1");
    stage.pool.videos[0].dispatchEvent(new Event("playing"));
    equal(engines.calls.at(-1), "warm e1");
  });

  it("uses fewer elements from then on when a neighbour's decoder fails, and tells nobody", async () => {
    await fill();
    engines.fail("e0", createFailure("decode"));
    equal(loaded(), [false, true, true]);
    equal(
      stage.facts.filter(({ type }) => type === "failed"),
      [],
    );
    assign(0, "warm");
    await until(() => stage.pool.videos[0].readyState > 0);
    equal(loaded(), [true, false, true], "two at a time:");
  });

  it("tries the current episode alone when its decoder fails", async () => {
    await fill();
    stage.forget();
    engines.fail("e2", createFailure("decode"));
    equal(loaded().slice(0, 2), [false, false]);
    await stage.fact("first-frame", "e2");
    await stage.fact("playing", "e2");
    equal(
      stage.facts.filter(({ type }) => type === "failed"),
      [],
    );
  });

  it("keeps two elements in use where there is little memory", async () => {
    Object.defineProperty(navigator, "deviceMemory", { value: 1, configurable: true });
    try {
      await fill();
      equal(engines.calls, ["load e1", "rest e1", "load e2", "release e1", "warm e0"]);
      await until(() => !loaded()[1]);
      equal(loaded(), [true, false, true]);
    } finally {
      Reflect.deleteProperty(navigator, "deviceMemory");
    }
  });

  it("tells of a decoder that fails although it is alone", async () => {
    assign(0, "current");
    stage.pool.activate(0);
    await stage.fact("first-frame");
    engines.fail("e0", createFailure("decode"));
    equal((await stage.fact("failed")).code, "decode");
  });
});
