import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { findFaults } from "./find-faults.js";
import { createHistory, type History, type Keyed, type KeyedEnd } from "./history.js";
import type { Story } from "./schedule.js";

const STORY: Story = { guests: 0, moments: [[], []] };
const PAID: KeyedEnd = { status: 200, charged: 10, already: false, receipt: "r" };

function bought(end: KeyedEnd | undefined, change: Partial<Keyed> = {}): Keyed {
  return {
    ...{ who: "account", key: "k", path: "/unlocks", offer: "coins", body: {} },
    ...{ series: "lantern", episodes: ["e04"], moment: 0 },
    ...(end ? { end } : {}),
    ...change,
  };
}

function history(...keyed: readonly Keyed[]): History {
  const made = createHistory(STORY);
  made.keyed.push(...keyed);
  return made;
}

/** One account that began with 35 coins. */
const see = (made: History, coins: number, ...granted: string[]) =>
  findFaults(made, [{ who: "account", coins, granted, played: granted }]);

describe("findFaults", () => {
  it("finds nothing where every coin is accounted for", () => {
    assert.deepEqual(see(history(bought(PAID)), 25, "lantern/e04"), []);
  });

  it("finds a charge that nobody was told of", () => {
    assert.match(String(see(history(bought(PAID)), 15, "lantern/e04")), /has 15 coins instead of 25/);
  });

  it("finds an episode that was paid twice, although each answer and the wallet agree", () => {
    const twice = history(bought(PAID), bought(PAID, { key: "other" }));
    assert.match(String(see(twice, 15, "lantern/e04")), /charged for 2 episodes, has 1/);
  });

  it("finds a grant that is gone, and one that nobody paid for", () => {
    assert.match(String(see(history(bought(PAID)), 25)), /was granted lantern\/e04 and has it no more/);
    assert.match(String(see(history(), 35, "lantern/e09")), /has 1 episodes and opened 0/);
  });

  it("finds a bundle that charged for what was owned already", () => {
    const single = bought(PAID);
    const rest = bought({ ...PAID, charged: 16 }, { offer: "rest", episodes: ["e04", "e05"], key: "rest" });
    const faults = see(history(single, rest), 9, "lantern/e04", "lantern/e05");
    assert.match(String(faults), /charged for 3 episodes, has 2/);
  });

  it("finds what was never settled, and a price that is none", () => {
    assert.match(String(see(history(bought(undefined)), 35)), /never settled/);
    const odd = history(bought({ ...PAID, charged: 9 }));
    assert.match(String(see(odd, 26, "lantern/e04")), /charged 9, which is no price/);
  });

  it("lets a right end that the staff took back while it was bought, but not one that was bought afterwards", () => {
    const made = history(bought(PAID));
    const end = { who: "account", series: "lantern", episodes: ["e04"], ended: 1 } as const;
    made.revocations.push({ ...end, moment: 0, wasLost: false, isSettled: true });
    assert.deepEqual(see(made, 25), []);
    made.keyed.push(bought(PAID, { key: "again", moment: 1 }));
    assert.match(String(see(made, 15)), /was granted lantern\/e04 and has it no more/);
  });

  it("finds coins of a gift that did not arrive, and a gift that came twice", () => {
    const made = history();
    const gift = {
      who: "account",
      ref: "g",
      coins: 7,
      series: "lantern",
      episodes: ["e05"],
      moment: 0,
    } as const;
    made.gifts.push({ ...gift, isGiven: true });
    assert.deepEqual(see(made, 42, "lantern/e05"), []);
    assert.match(String(see(made, 35, "lantern/e05")), /has 35 coins instead of 42/);
    assert.match(String(see(made, 49, "lantern/e05")), /has 49 coins instead of 42/);
    assert.match(String(see(made, 42)), /was granted lantern\/e05 and has it no more/);
  });

  it("finds a film that is kept from its owner, and one that is given without a right", () => {
    const view = { who: "account", coins: 25, granted: ["lantern/e04"] } as const;
    assert.match(String(findFaults(history(bought(PAID)), [{ ...view, played: [] }])), /gets no film of it/);
    const played = ["lantern/e04", "lantern/e05"];
    assert.match(
      String(findFaults(history(bought(PAID)), [{ ...view, played }])),
      /film of lantern\/e05, which is/,
    );
  });

  it("finds an episode that two guests of one account paid for, of which nothing came back", () => {
    const [phone, tablet] = [bought(PAID, { who: "guest" }), bought(PAID, { who: "second-guest", key: "t" })];
    const made = history(phone, tablet);
    const merge = { moment: 0, doneIn: 0, moved: 1, refunded: 0 };
    made.merges.push({ ...merge, who: "guest" }, { ...merge, who: "second-guest", moved: 0 });
    const said = String(see(made, 35 + 25 + 25 - 20, "lantern/e04"));
    assert.match(said, /the account and its guests paid 20 coins for 1 episodes/);
    const mended = history(phone, tablet);
    mended.merges.push({ ...merge, who: "guest" }, { ...merge, who: "second-guest", moved: 0, refunded: 10 });
    assert.deepEqual(see(mended, 35 + 25 + 25 - 10, "lantern/e04"), []);
  });

  it("finds an episode that two guests paid for, although the coins of all together look right", () => {
    const made = history(
      bought(PAID, { who: "guest" }),
      bought(PAID, { who: "second-guest", key: "t" }),
      bought({ ...PAID, charged: 0 }, { offer: "code", key: "c", episodes: ["e05"] }),
    );
    const merge = { moment: 0, doneIn: 0, moved: 1, refunded: 0 };
    made.merges.push({ ...merge, who: "guest" }, { ...merge, who: "second-guest", moved: 0 });
    const said = String(see(made, 35 + 25 + 25 - 20, "lantern/e04", "lantern/e05"));
    assert.match(said, /the merges gave 0 coins back instead of 10 at least, for lantern\/e04/);
    const taken = { who: "guest", series: "lantern", episodes: ["e04"], ended: 1, moment: 1 } as const;
    made.revocations.push({ ...taken, wasLost: false, isSettled: true });
    assert.deepEqual(see(made, 35 + 25 + 25 - 20, "lantern/e04", "lantern/e05"), []);
  });

  it("finds what a guest had paid for and what the account had for nothing, where one went with the other's refund", () => {
    const code = bought({ ...PAID, charged: 0, receipt: "free" }, { offer: "code", key: "c" });
    const made = history(code, bought(PAID, { who: "guest" }));
    made.merges.push({ who: "guest", moment: 0, doneIn: 0, moved: 0, refunded: 0 });
    assert.deepEqual(see(made, 35 + 15, "lantern/e04"), []);
    const refund = { moment: 1, wasLost: false, isSettled: true };
    made.refunds.push({ ...refund, keyed: code, receipt: "free", first: { coins: 0, episodes: 1 } });
    assert.deepEqual(see(made, 35 + 15, "lantern/e04"), []);
    assert.match(String(see(made, 35 + 15)), /was granted lantern\/e04 and has it no more/);
    assert.match(String(see(made, 35 + 15)), /paid 10 coins for 0 episodes/);
    const [, paid] = made.keyed;
    assert.ok(paid);
    made.refunds.splice(0, 1, {
      ...{ ...refund, keyed: paid, receipt: "r" },
      first: { coins: 10, episodes: 1 },
    });
    assert.deepEqual(see(made, 35 + 25, "lantern/e04"), []);
    assert.match(String(see(made, 35 + 25)), /was granted lantern\/e04 and has it no more/);
  });

  it("finds coins of a second guest that stay behind, and a refund after the merge that arrives nowhere", () => {
    const made = history(bought(PAID, { who: "second-guest" }));
    made.merges.push({ who: "second-guest", moment: 0, doneIn: 0, moved: 1, refunded: 0 });
    assert.deepEqual(see(made, 35 + 15, "lantern/e04"), []);
    assert.match(String(see(made, 35, "lantern/e04")), /has 35 coins instead of 50/);
    const [keyed] = made.keyed;
    assert.ok(keyed);
    const first = { coins: 10, episodes: 1 };
    made.refunds.push({ keyed, receipt: "r", moment: 1, first, wasLost: false, isSettled: true });
    assert.deepEqual(see(made, 35 + 25), []);
    assert.match(String(see(made, 35 + 15)), /has 50 coins instead of 60/);
  });
});
