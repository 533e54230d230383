import assert from "node:assert/strict";
import { describe, it } from "node:test";
import type { Access, CheckResult, EpisodeRef, UnlockResult } from "@micro-drama/protocol";
import { COINS, createFakeBackend, EPOCH, REF } from "./testing/fake-backend.js";
import { settle } from "./testing/fake-platform.js";
import { openVisit } from "./testing/visit.js";

const OTHER: EpisodeRef = { series: "harbour", episode: "e02" };

interface Person {
  readonly viewer?: string;
  readonly rev: number;
  readonly owns: readonly string[];
}

const GUEST: Person = { viewer: "guest", rev: 40, owns: ["e07", "e02"] };
const ACCOUNT: Person = { viewer: "account", rev: 3, owns: [] };

/** A platform that answers for whoever it takes the asker for. */
function open(first: Person) {
  let person = first;
  const access = (ref: EpisodeRef): Access =>
    person.owns.includes(ref.episode)
      ? { ref, rev: person.rev, state: "granted", via: "coins" }
      : { ref, rev: person.rev, state: "locked", offers: [COINS] };
  const answer = (refs: readonly EpisodeRef[]): CheckResult => ({
    items: refs.map(access),
    wallet: { balances: [{ currency: "COIN", paid: person.rev, bonus: 0 }], rev: person.rev },
    serverNow: new Date(EPOCH).toISOString(),
    ...(person.viewer !== undefined && { viewer: person.viewer }),
  });
  const backend = createFakeBackend({
    async check(refs) {
      backend.calls.push(`check ${refs.map(({ episode }) => episode)}`);
      return answer(refs);
    },
    unlock: () => new Promise<UnlockResult>(() => {}),
  });
  const visit = openVisit(backend.adapter);
  const check = async (refs: readonly EpisodeRef[]) => {
    await visit.entitlements.check(refs, { cause: "visible", force: true });
    await settle();
  };
  return { ...visit, ...backend, check, become: (next: Person) => (person = next), paid };
  function paid() {
    return visit.entitlements.snapshot.wallet?.balances[0]?.paid;
  }
}

describe("a viewer who is replaced without a word, as by a merge in another tab", () => {
  it("does not leave the new one with the former one's rights and coins until a reload", async () => {
    const { check, become, entitlements, paid } = open(GUEST);
    await check([REF]);
    become(ACCOUNT);
    await check([REF]);
    assert.equal(entitlements.stateOf(REF).name, "locked");
    assert.equal(paid(), 3);
    become({ ...ACCOUNT, rev: 4, owns: ["e07"] });
    await check([REF]);
    assert.equal(entitlements.stateOf(REF).name, "granted");
    assert.equal(paid(), 4);
  });

  it("leaves no right of the former one standing in an episode that was not asked about", async () => {
    const { check, become, entitlements } = open(GUEST);
    await check([OTHER]);
    await check([REF]);
    assert.equal(entitlements.stateOf(OTHER).name, "granted");
    become(ACCOUNT);
    await check([REF]);
    assert.equal(entitlements.stateOf(OTHER).name, "locked");
  });

  it("keeps the key of a purchase that has no answer", async () => {
    const { check, become, entitlements, storage } = open({ ...GUEST, owns: [] });
    await check([REF]);
    void entitlements.unlock(REF, COINS);
    await settle();
    const keys = () => storage.keys().filter((key) => key.includes("unlock:"));
    const [key] = keys();
    assert.ok(key);
    become(ACCOUNT);
    const asked = check([REF]);
    assert.deepEqual(keys(), [key]);
    await asked;
  });

  it("is asked about again once, not in a circle, where every answer names somebody else", async () => {
    const { check, become, calls } = open(GUEST);
    await check([REF, OTHER]);
    const before = calls.length;
    become({
      ...ACCOUNT,
      get viewer() {
        return `viewer ${calls.length}`;
      },
    });
    await check([REF, OTHER]);
    assert.ok(calls.length <= before + 4, calls.join("; "));
  });

  it("is not seen in the smaller number of a replica that lags, nor in an answer that names nobody", async () => {
    const { check, become, entitlements, paid } = open(GUEST);
    await check([REF]);
    become({ ...GUEST, rev: 39, owns: [] });
    await check([REF]);
    become({ rev: 38, owns: [] });
    await check([REF]);
    assert.equal(entitlements.stateOf(REF).name, "granted");
    assert.equal(paid(), 40);
  });
});
