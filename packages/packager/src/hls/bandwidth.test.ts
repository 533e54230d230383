import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { measureBandwidth } from "./bandwidth.js";

describe("measureBandwidth", () => {
  it("takes the worst run of segments between half and one and a half target durations", () => {
    const segments = [
      { bytes: 1000, duration: 1 },
      { bytes: 1000, duration: 2 },
      { bytes: 4000, duration: 2 },
      { bytes: 900, duration: 0.3 },
    ];
    // 4000 + 900 bytes in 2.3 s beats the 4000 in 2 s; the 0.3 s alone are too short to count.
    assert.deepEqual(measureBandwidth(segments, 2), { peak: 17_044, average: 10_416 });
  });

  it("is never below the average", () => {
    assert.deepEqual(measureBandwidth([{ bytes: 100, duration: 0.1 }], 2), { peak: 8000, average: 8000 });
  });
});
