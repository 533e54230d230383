import type { Access, EntitlementAdapter, EpisodeRef, Offer, UnlockResult } from "@micro-drama/protocol";

/** The offer of the fake backend. */
export const COINS: Offer = { id: "coins", kind: "coins", price: { amount: 30, currency: "COIN" } };
/** The ref that most tests are about. */
export const REF: EpisodeRef = { series: "lantern", episode: "e07" };
/** When the fake backend's clock starts. */
export const EPOCH = Date.parse("2027-01-10T18:00:00Z");

/** A backend in memory that charges once per key and counts what it is asked. */
export interface FakeBackend {
  readonly adapter: EntitlementAdapter;
  /** Keys that arrived, once per arrival. */
  readonly keys: string[];
  /** Names of the calls, in order. */
  readonly calls: string[];
  /** Keys that were charged. */
  readonly charged: Set<string>;
  readonly owned: Set<string>;
}

/** Overrides replace single members of the adapter; `now` is the server's clock. */
export function createFakeBackend(
  overrides: Partial<EntitlementAdapter> = {},
  now: () => number = () => EPOCH,
): FakeBackend {
  const keys: string[] = [];
  const calls: string[] = [];
  const owned = new Set<string>();
  const charged = new Set<string>();
  const access = (ref: EpisodeRef): Access =>
    owned.has(ref.episode)
      ? { ref, state: "granted", via: "coins" }
      : { ref, state: "locked", offers: [COINS] };
  const answer = (refs: readonly EpisodeRef[], already: boolean): UnlockResult => ({
    outcome: "granted",
    items: refs.map(access),
    charged: already ? null : { amount: 30, currency: "COIN" },
    already,
  });
  const adapter: EntitlementAdapter = {
    metadata: { name: "fake", version: "1" },
    async check(refs) {
      calls.push("check");
      return { items: refs.map(access), serverNow: new Date(now()).toISOString(), ttlMs: 60_000 };
    },
    async unlock({ refs }, { idempotencyKey }) {
      calls.push("unlock");
      keys.push(idempotencyKey);
      const already = refs.every(({ episode }) => owned.has(episode)) && !charged.has(idempotencyKey);
      if (!already) charged.add(idempotencyKey);
      for (const { episode } of refs) owned.add(episode);
      return answer(refs, already);
    },
    async reconcile(key) {
      calls.push("reconcile");
      return charged.has(key) ? answer([REF], false) : { outcome: "unknown", sent: false };
    },
    ...overrides,
  };
  return { adapter, keys, calls, charged, owned };
}
