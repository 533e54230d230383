import type { Preferences } from "@micro-drama/protocol";
import type { AdBegin, AdRewardOutcome } from "./ad-store.js";
import type { Database } from "./database.js";
import type { LedgerProof, LedgerView } from "./ledger-view.js";
import type {
  Holdings,
  KeyReused,
  MergeOutcome,
  ReceiptRow,
  Store,
  TopUpOutcome,
  UnlockOutcome,
} from "./store.js";

type Raw = Record<string, unknown>;

/** The store over a database whose migrations have run: one SQL function per method. */
export function createSqlStore(database: Database): Store {
  const { call } = database;
  return {
    async findViewer(identity) {
      const key = await call("select drama.find_viewer($1::jsonb) as result", [json(identity)]);
      return typeof key === "number" ? key : undefined;
    },
    async findGuest(identity) {
      const key = await call("select drama.find_guest($1::jsonb) as result", [json(identity)]);
      return typeof key === "number" ? key : undefined;
    },
    async merge(guest, account, order) {
      return (await call("select drama.merge_guest($1::bigint, $2::bigint, $3::jsonb) as result", [
        guest,
        account,
        json(order),
      ])) as MergeOutcome;
    },
    async receipts(viewer, page) {
      const rows = await call("select drama.receipts($1::bigint, $2::jsonb) as result", [viewer, json(page)]);
      return (rows as readonly ReceiptRow[]).map((row) => ({ ...row, at: toIso(row.at) }));
    },
    async openViewer(identity, start) {
      return (await call("select drama.open_viewer($1::jsonb) as result", [
        json({ ...identity, ...start }),
      ])) as number;
    },
    async access(viewer, series, at) {
      return readHoldings(
        await call("select drama.access($1::bigint, $2, $3::timestamptz) as result", [viewer, series, at]),
      );
    },
    async holdings(viewer, series, at) {
      return readHoldings(
        await call("select drama.holdings($1::bigint, $2, $3::timestamptz) as result", [viewer, series, at]),
      );
    },
    async unlock(viewer, order) {
      const row = await call("select drama.unlock($1::bigint, $2::jsonb) as result", [viewer, json(order)]);
      return readOutcome<UnlockOutcome | KeyReused>(row);
    },
    async findOutcome(viewer, key, at) {
      const row = await call("select drama.find_outcome($1::bigint, $2, $3::timestamptz) as result", [
        viewer,
        key,
        at,
      ]);
      return row === null ? undefined : readOutcome<UnlockOutcome>(row);
    },
    async topUp(viewer, order) {
      const row = await call("select drama.topup($1::bigint, $2::jsonb) as result", [viewer, json(order)]);
      return readOutcome<TopUpOutcome | KeyReused>(row);
    },
    async preferences(viewer) {
      return ((await call("select drama.chosen($1::bigint) as result", [viewer])) ?? undefined) as
        | Preferences
        | undefined;
    },
    async setPreferences(viewer, chosen, at) {
      return (await call("select drama.choose($1::bigint, $2::jsonb) as result", [
        viewer,
        json({ chosen, at }),
      ])) as Preferences;
    },
    async watched(viewer, order) {
      return (await call("select drama.watched($1::bigint, $2::jsonb) as result", [
        viewer,
        json(order),
      ])) as number;
    },
    async admit(viewer, device) {
      return (await call("select drama.admit($1::bigint, $2::jsonb) as result", [
        viewer,
        json(device),
      ])) as boolean;
    },
    async beginAd(viewer, order) {
      return (await call("select drama.begin_film($1::bigint, $2::jsonb) as result", [
        viewer,
        json(order),
      ])) as AdBegin;
    },
    async rewardAd(reward) {
      return (await call("select drama.reward_film($1::jsonb) as result", [json(reward)])) as AdRewardOutcome;
    },
    async prune(before, atMost) {
      return (await call("select drama.prune($1::timestamptz, $2::integer) as result", [
        before,
        atMost,
      ])) as number;
    },
    async ledger(viewer) {
      return readLedger(await call("select drama.ledger($1::bigint) as result", [viewer]));
    },
    async proof() {
      return (await call("select drama.proof(null) as result", [])) as LedgerProof;
    },
    async ping() {
      await call("select 1 as result", []);
    },
    close: () => database.close(),
  };
}

/** Text on purpose: one driver would send an array as a PostgreSQL array, the other as JSON. */
function json(value: unknown): string {
  return JSON.stringify(value);
}

function readOutcome<T>(row: unknown): T {
  const { holdings, availableAt, ...facts } = row as Raw;
  return {
    ...facts,
    ...(typeof availableAt === "string" ? { availableAt: toIso(availableAt) } : {}),
    ...(holdings ? { holdings: readHoldings(holdings) } : {}),
  } as T;
}

function readHoldings(row: unknown): Holdings {
  const { waitSince, unlocks, ...rest } = row as Raw & { unlocks: readonly Raw[] };
  return {
    ...rest,
    ...(typeof waitSince === "string" ? { waitSince: toIso(waitSince) } : {}),
    unlocks: unlocks.map(({ until, ...unlock }) => ({
      ...unlock,
      ...(typeof until === "string" ? { until: toIso(until) } : {}),
    })),
  } as unknown as Holdings;
}

function readLedger(row: unknown): LedgerView {
  const { journals, unlocks, keys, ...rest } = row as Record<"journals" | "unlocks" | "keys", readonly Raw[]>;
  const withIso = (each: Raw) => ({ ...each, at: toIso(String(each.at)) });
  return {
    ...rest,
    unlocks: unlocks.map(withIso),
    keys: keys.map(withIso),
    journals: journals.map(
      ({ rights_holder: rightsHolder, price_list: priceList, session: _, ...journal }) => ({
        ...withIso(journal),
        rightsHolder,
        priceList,
      }),
    ),
  } as unknown as LedgerView;
}

/** PostgreSQL writes an instant in its own time zone. */
function toIso(text: string): string {
  return new Date(text).toISOString();
}
