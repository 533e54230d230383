import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { findCapFaults } from "./find-cap-faults.js";
import { createHistory, type Keyed } from "./history.js";

/** What somebody was charged, or why nothing was. */
function asked(what: number | string, change: Partial<Keyed> = {}): Keyed {
  const end =
    typeof what === "number"
      ? { status: 200, charged: what, already: false }
      : { status: 403, charged: 0, already: false, problem: what };
  return {
    ...{ who: "account", key: "k", path: "/unlocks", offer: "coins", body: {}, moment: 0 },
    ...{ series: "lantern", episodes: ["e04"], end },
    ...change,
  };
}

function see(...keyed: readonly Keyed[]): string {
  const made = createHistory({ guests: 1, moments: [] });
  made.keyed.push(...keyed);
  return String(findCapFaults(made));
}

describe("findCapFaults", () => {
  it("finds nothing where each log-in stays within the cap, and is stopped at it", () => {
    assert.equal(see(asked(48), asked(20), asked("limit-reached"), asked(70, { who: "guest" })), "");
  });

  it("finds a log-in that was let over the cap", () => {
    assert.match(
      see(asked(48), asked(10), asked(10), asked(10)),
      /account spent 78 coins in a log-in, 70 were/,
    );
  });

  it("finds who was stopped although the coins were within the cap", () => {
    assert.match(see(asked(60), asked("limit-reached")), /stopped by the cap, though account spent 60 only/);
    assert.equal(see(asked(60), asked("insufficient-funds")), "");
  });

  it("finds who was stopped at what costs nothing", () => {
    assert.match(see(asked(70), asked("limit-reached", { offer: "wait" })), /wait k was stopped by the cap/);
    assert.match(see(asked(70), asked("limit-reached", { offer: "code" })), /code k was stopped by the cap/);
  });
});
