import assert from "node:assert/strict";
import { describe, it } from "node:test";
import type { Series } from "@micro-drama/protocol";
import type { UnlockState } from "@micro-drama/sdk";
import { INITIAL_MODEL } from "../core/player-model.js";
import { selectOneByOne } from "./gate-one-by-one.js";

const locked = (amount: number): UnlockState => ({
  name: "locked",
  offers: [{ id: "one", kind: "coins", price: { amount, currency: "COIN" } }],
});

/** A series of locked episodes in these states. */
function modelOf(...states: readonly UnlockState[]) {
  const series: Series = {
    id: "s",
    title: "S",
    lang: "en",
    warnings: [],
    episodes: states.map((_state, i) => ({
      id: `e${i}`,
      number: i + 1,
      title: "",
      access: "locked",
      captions: [],
    })),
  };
  const known = new Map(states.map((state, i) => [`s/e${i}`, state]));
  return { ...INITIAL_MODEL, series, entitlements: { states: known, status: "ready" as const } };
}

describe("selectOneByOne", () => {
  it("adds up what is quoted, without what is owned", () => {
    const model = modelOf({ name: "granted", via: "coins" }, locked(60), locked(90));
    assert.deepEqual(selectOneByOne(model), { amount: 150, currency: "COIN" });
  });

  it("says nothing where one of them is not quoted", () => {
    assert.equal(selectOneByOne(modelOf(locked(60), { name: "checking" })), undefined);
  });

  it("says nothing of a single one: its price stands there already", () => {
    assert.equal(selectOneByOne(modelOf(locked(60))), undefined);
  });
});
