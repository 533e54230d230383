import assert from "node:assert/strict";
import { describe, it } from "node:test";
import type { Access } from "@micro-drama/protocol";
import fc from "fast-check";
import { createAccessStore } from "./access-store.js";
import { createRights } from "./rights.js";
import { COINS, REF } from "./testing/fake-backend.js";

type Truth = "granted" | "locked" | "unavailable";

/** What the backend says of the episode at one moment of its history. */
function say(truth: Truth, rev: number | undefined): Access {
  const base = { ref: REF, ...(rev !== undefined && { rev }) };
  if (truth === "granted") return { ...base, state: "granted", via: "coins" };
  if (truth === "locked") return { ...base, state: "locked", offers: [COINS] };
  return { ...base, state: "unavailable", reason: "removed" };
}

/** Questions leave one after the other, each sees the backend a little later; the answers come in any order. */
const history = fc
  .array(fc.constantFrom<Truth>("granted", "locked", "unavailable"), { minLength: 1, maxLength: 8 })
  .chain((truths) =>
    fc.record({
      truths: fc.constant(truths),
      arrivals: fc.shuffledSubarray([...truths.keys()], { minLength: 1, maxLength: truths.length }),
    }),
  );

function open() {
  const store = createAccessStore(() => {});
  store.send(REF, { type: "check" });
  return { store, rights: createRights(store) };
}

describe("createRights, whatever the order in which answers come", () => {
  for (const hasRevs of [true, false])
    it(`ends with the latest one ${hasRevs ? "by the backend's numbers" : "by when it was asked for"}, and never goes back`, () => {
      fc.assert(
        fc.property(history, ({ truths, arrivals }) => {
          const { store, rights } = open();
          const moments = truths.map(() => rights.begin());
          let newest = -1;
          for (const index of arrivals) {
            newest = Math.max(newest, index);
            rights.merge(say(truths[index] ?? "locked", hasRevs ? index : undefined), moments[index] ?? 0);
            assert.equal(store.stateOf(REF).name, truths[newest]);
          }
        }),
      );
    });

  it("lets the backend's numbers win over the order of the questions", () => {
    fc.assert(
      fc.property(history, fc.infiniteStream(fc.nat(50)), ({ truths, arrivals }, stream) => {
        const { store, rights } = open();
        const moments = truths.map(() => rights.begin());
        // A replica may lag: later questions with smaller numbers.
        const revs = truths.map(() => stream.next().value ?? 0);
        let newest = { rev: -1, moment: -1, truth: "locked" };
        for (const index of arrivals) {
          const answer = {
            rev: revs[index] ?? 0,
            moment: moments[index] ?? 0,
            truth: truths[index] ?? "locked",
          };
          if (answer.rev > newest.rev || (answer.rev === newest.rev && answer.moment > newest.moment))
            newest = answer;
          rights.merge(say(answer.truth, answer.rev), answer.moment);
        }
        assert.equal(store.stateOf(REF).name, newest.truth);
      }),
    );
  });

  it("never lets a check that left before an unlock was acknowledged take the grant away", () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom<Truth>("locked", "unavailable"), { minLength: 1 }), (truths) => {
        const { store, rights } = open();
        const moments = truths.map(() => rights.begin());
        rights.acknowledge({ ref: REF, state: "granted", via: "coins" });
        truths.forEach((truth, index) => {
          rights.merge(say(truth, undefined), moments[index] ?? 0);
        });
        assert.equal(store.stateOf(REF).name, "granted");
        rights.merge(say("locked", undefined), rights.begin());
        assert.equal(store.stateOf(REF).name, "locked", "a revocation that was asked for later wins");
      }),
    );
  });

  it("never opens an episode by an answer without a grant, nor by a failure", () => {
    const item = fc.oneof(
      fc.constantFrom<Truth>("locked", "unavailable").map((truth) => say(truth, undefined)),
      fc.constant<Access>({
        ref: REF,
        state: "error",
        error: Object.assign(new Error("no"), { code: "server", retryable: true }) as never,
      }),
    );
    fc.assert(
      fc.property(fc.array(item), (items) => {
        const { store, rights } = open();
        for (const answer of items) rights.merge(answer, rights.begin());
        assert.notEqual(store.stateOf(REF).name, "granted");
      }),
    );
  });
});
