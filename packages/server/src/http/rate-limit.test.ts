import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { createRateLimiter } from "./rate-limit.js";

describe("createRateLimiter", () => {
  it("allows a burst, then one by one as time passes, and says when", () => {
    const { take } = createRateLimiter({ burst: 2, perMinute: 6 });
    assert.deepEqual([take("a", 0), take("a", 0), take("a", 0)], [0, 0, 10]);
    assert.equal(take("a", 4_000), 6);
    assert.equal(take("a", 10_000), 0);
    assert.equal(take("a", 10_000), 10);
  });

  it("counts every caller apart, and never saves more than a burst", () => {
    const { take } = createRateLimiter({ burst: 1, perMinute: 60 });
    assert.equal(take("a", 0), 0);
    assert.equal(take("b", 0), 0);
    assert.deepEqual([take("a", 60_000), take("a", 60_000)], [0, 1]);
  });

  it("charges afterwards, into a debt of a burst at most, and tells the wait without taking", () => {
    const { take, wait, charge } = createRateLimiter({ burst: 2, perMinute: 6 });
    assert.deepEqual([wait("a", 0), wait("a", 0)], [0, 0]);
    for (let n = 0; n < 3; n += 1) charge("a", 0);
    assert.equal(wait("a", 0), 20);
    for (let n = 0; n < 100; n += 1) charge("a", 0);
    assert.equal(wait("a", 0), 30);
    assert.deepEqual([take("a", 20_000), take("a", 31_000)], [10, 0]);
  });

  it("is not fooled by a clock that goes back", () => {
    const { take } = createRateLimiter({ burst: 1, perMinute: 60 });
    assert.equal(take("a", 10_000), 0);
    assert.equal(take("a", 0), 1);
  });
});
