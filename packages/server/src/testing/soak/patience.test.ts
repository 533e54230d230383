import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { type Clock, untilAll, untilSome } from "./patience.js";

/** A clock on which each rest takes so long. */
function createClock(restMs: number): Clock {
  let now = 0;
  return {
    now: () => now,
    async rest() {
      now += restMs;
    },
  };
}

describe("untilSome", () => {
  it("tries until there is something, and gives up after half a minute of nothing", async () => {
    let tries = 0;
    assert.equal(
      await untilSome(async () => (++tries === 5 ? "there" : undefined), createClock(1000)),
      "there",
    );
    tries = 0;
    assert.equal(
      await untilSome(async () => {
        tries += 1;
        return undefined;
      }, createClock(10_000)),
      undefined,
    );
    assert.equal(tries, 5);
  });

  it("gives a first try the time that it takes", async () => {
    const clock = createClock(60_000);
    let tries = 0;
    const act = async () => {
      tries += 1;
      if (tries > 1) return "there";
      await clock.rest();
      return undefined;
    };
    assert.equal(await untilSome(act, { ...clock, rest: async () => {} }), "there");
  });
});

describe("untilAll", () => {
  it("ends when all are through, says how many are left, and asks nobody who is through again", async () => {
    const asked: number[] = [];
    const told: number[] = [];
    const act = async (item: number) => {
      asked.push(item);
      return asked.filter((one) => one === item).length >= item;
    };
    assert.equal(await untilAll([1, 2, 3], act, (left) => told.push(left), createClock(1)), true);
    assert.deepEqual(
      [asked, told],
      [
        [1, 2, 3, 2, 3, 3],
        [2, 1, 0],
      ],
    );
  });

  it("goes on while somebody comes through, however long it takes, and gives up when nobody does", async () => {
    const tries = new Map<number, number>();
    const act = async (item: number) => {
      const nth = (tries.get(item) ?? 0) + 1;
      tries.set(item, nth);
      return item > 0 && nth >= 6 * item;
    };
    assert.equal(await untilAll([1, 2, 3], act, undefined, createClock(4000)), true);
    assert.equal(await untilAll([0, 1], act, undefined, createClock(4000)), false);
  });
});
