import type {
  Backoffice,
  Coins,
  EarningLine,
  GiftOutcome,
  RefundOutcome,
  RevokeOutcome,
  WatchLine,
} from "./backoffice.js";
import type { Database } from "./database.js";
import { findGaps } from "./find-gaps.js";
import { createSqlStore } from "./sql-store.js";

/** Journals or sessions of one page: some hundred kB of JSON. */
const PAGE = 1000;

type Raw = Readonly<Record<string, unknown>>;

interface RawPage {
  readonly lines: readonly Raw[];
  readonly posted?: Coins;
  readonly last?: unknown;
}

/**
 * The back office over a database whose migrations have run: one SQL function per method.
 *
 * @param options `pageSize`: journals or sessions of one page of a statement
 */
export function createSqlBackoffice(
  database: Database,
  { pageSize = PAGE }: { readonly pageSize?: number } = {},
): Backoffice {
  const { openViewer, findViewer, ledger, proof } = createSqlStore(database);
  const call = <T>(statement: string, ...parameters: readonly unknown[]) =>
    database.call(statement, parameters) as Promise<T>;
  const ofViewer = <T>(name: string, viewer: number, order: object) =>
    call<T>(`select drama.${name}($1::bigint, $2::jsonb) as result`, viewer, JSON.stringify(order));
  const readPage = async (name: string, order: object) => {
    const { last, ...page } = await call<RawPage>(
      `select drama.${name}($1::jsonb) as result`,
      JSON.stringify({ ...order, limit: pageSize }),
    );
    return { ...page, ...(last === null || last === undefined ? {} : { last }) };
  };
  return {
    openViewer,
    findViewer,
    ledger,
    proof,
    async findBuyer(receipt) {
      const key = await call<unknown>(
        "select to_jsonb(min(viewer)) as result from drama.journal where id = $1::uuid",
        receipt,
      );
      return typeof key === "number" ? key : undefined;
    },
    refund: (viewer, order) => ofViewer<RefundOutcome>("refund", viewer, order),
    revoke: (viewer, order) => ofViewer<RevokeOutcome>("revoke", viewer, order),
    gift: (viewer, order) => ofViewer<GiftOutcome>("gift", viewer, order),
    addCodes: (order) => call("select drama.add_codes($1::jsonb) as result", JSON.stringify(order)),
    async earnings(period, after) {
      const { lines, posted, ...page } = await readPage("statement_page", { ...period, after });
      return {
        ...page,
        lines: lines.map(readLine) as unknown as EarningLine[],
        posted: posted ?? { paid: 0, bonus: 0 },
      };
    },
    async watched(period, after) {
      const { lines, posted: _, ...page } = await readPage("watch_page", { ...period, after });
      return {
        ...page,
        lines: lines.map((line) => ({ ...readLine(line), kind: "watch" })) as unknown as WatchLine[],
      };
    },
    earned: (period) => call("select drama.earned($1::jsonb) as result", JSON.stringify(period)),
    gaps: () => findGaps(database),
  };
}

function readLine({ rights_holder: rightsHolder, price_list: priceList, at, ...line }: Raw): Raw {
  return { ...line, at: new Date(String(at)).toISOString(), rightsHolder, priceList };
}
