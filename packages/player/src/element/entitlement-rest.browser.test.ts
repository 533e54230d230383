import type { EpisodeRef, Series } from "@micro-drama/protocol";
import type { Entitlements } from "@micro-drama/sdk";
import { INITIAL_MODEL, type PlayerModel } from "../core/player-model.js";
import { equal } from "../media/testing/assert.js";
import { followRest } from "./entitlement-rest.js";
import type { ModelListener, Session } from "./session.js";

const episodes = [1, 2].map((number) => ({
  id: `e${number}`,
  number,
  title: "",
  access: "locked",
  captions: [],
}));
const AT_A_LOCK = {
  ...INITIAL_MODEL,
  mode: "page",
  series: { id: "s", episodes } as unknown as Series,
} as const;

describe("followRest", () => {
  let ended: AbortController;
  let rests: (string | undefined)[];
  let become: (change: Partial<PlayerModel>) => void;
  beforeEach(() => {
    ended = new AbortController();
    rests = [];
    let tell: ModelListener = () => undefined;
    const session = {
      model: AT_A_LOCK as PlayerModel,
      subscribe: (listener: ModelListener) => {
        tell = listener;
      },
    };
    become = (change) => {
      const { model } = session;
      session.model = { ...model, ...change };
      tell(session.model, model);
    };
    const rest = (ref: EpisodeRef | undefined): void => void rests.push(ref?.episode);
    followRest(session as unknown as Session, { rest } as Entitlements, ended.signal);
  });
  afterEach(() => ended.abort());

  it("says at which lock the viewer is, and where else nobody rests", () => {
    become({ index: 1 });
    become({ panel: "episodes" });
    become({ panel: "none" });
    become({ mode: "inline" });
    equal(rests, ["e1", "e2", undefined, "e2", undefined]);
  });

  it("says nothing of a place while a finger is down: it may be about to swipe", () => {
    dispatchEvent(new PointerEvent("pointerdown"));
    become({ index: 1 });
    dispatchEvent(new PointerEvent("pointerup"));
    equal(rests, ["e1", undefined, undefined, "e2"]);
  });

  it("ends with its signal", () => {
    ended.abort();
    dispatchEvent(new PointerEvent("pointerdown"));
    equal(rests, ["e1"]);
  });
});
