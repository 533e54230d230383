import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { createRateLimiter } from "./rate-limit.js";

describe("createRateLimiter", () => {
  it("allows a burst, then one by one as time passes, and says when", () => {
    const take = createRateLimiter({ burst: 2, perMinute: 6 });
    assert.deepEqual([take("a", 0), take("a", 0), take("a", 0)], [0, 0, 10]);
    assert.equal(take("a", 4_000), 6);
    assert.equal(take("a", 10_000), 0);
    assert.equal(take("a", 10_000), 10);
  });

  it("counts every caller apart, and never saves more than a burst", () => {
    const take = createRateLimiter({ burst: 1, perMinute: 60 });
    assert.equal(take("a", 0), 0);
    assert.equal(take("b", 0), 0);
    assert.deepEqual([take("a", 60_000), take("a", 60_000)], [0, 1]);
  });

  it("is not fooled by a clock that goes back", () => {
    const take = createRateLimiter({ burst: 1, perMinute: 60 });
    assert.equal(take("a", 10_000), 0);
    assert.equal(take("a", 0), 1);
  });
});
