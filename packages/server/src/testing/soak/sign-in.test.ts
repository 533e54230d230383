import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { createHistory } from "./history.js";
import { signIn } from "./sign-in.js";

const merged = (episodes: number) => ({
  ...{ status: 200, isReplay: false },
  body: { outcome: "merged", episodes, refunded: { amount: 10, currency: "COIN" } },
});

describe("signIn", () => {
  it("keeps one merge for a guest, however often it is answered", async () => {
    const history = createHistory({ guests: 2, moments: [] });
    for (const who of ["guest", "guest", "second-guest"] as const)
      await signIn(history, { who, moment: 3 }, async () => merged(1));
    const done = { moment: 3, doneIn: 3, moved: 1, refunded: 10 };
    assert.deepEqual(history.merges, [
      { who: "guest", ...done },
      { who: "second-guest", ...done },
    ]);
    assert.deepEqual(history.faults, []);
  });

  it("finds a guest who was merged twice with two different ends, and one who is refused", async () => {
    const history = createHistory({ guests: 1, moments: [] });
    const guest = { who: "guest", moment: 0 } as const;
    await signIn(history, guest, async () => merged(1));
    await signIn(history, guest, async () => merged(0));
    await signIn(history, guest, async () => ({
      status: 409,
      isReplay: false,
      body: { code: "merged-elsewhere" },
    }));
    assert.match(history.faults[0] ?? "", /the merge of guest was answered in two ways/);
    assert.match(history.faults[1] ?? "", /the merge of guest was refused: 409 merged-elsewhere/);
  });
});
