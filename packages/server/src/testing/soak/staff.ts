import { GUEST_ISSUER } from "../../identity/guest-tokens.js";
import type { Backoffice } from "../../store/backoffice.js";
import type { LedgerView } from "../../store/ledger-view.js";
import type { Gift, History, Refund, Revocation } from "./history.js";
import type { Identity } from "./schedule.js";

/** Somebody by the token's subject. */
export interface Somebody {
  readonly who: Identity;
  readonly subject: string;
}

/** What the platform's own people do meanwhile. A foreign platform may have its own way to do it. */
export interface Staff {
  refund(refund: Refund): Promise<void>;
  /** Repeats a refund that was lost, and finds out what it did. */
  settleRefund(refund: Refund): Promise<void>;
  revoke(viewer: Somebody, end: Revocation): Promise<void>;
  /** Gives a gift, once however often this is called; it is settled when `isGiven` says how it ended. */
  give(viewer: Somebody, gift: Gift): Promise<void>;
  /** Coins owed after a top-up was taken back; undefined: no answer. */
  debtOf(viewer: Somebody, history: History): Promise<number | undefined>;
  /** Refunds and revocations ordered so far. */
  readonly counts: { orders: number };
}

/** An order to which no answer came: it may have been carried out. */
const LOST = Symbol("lost");

/** @param accounts issuer of the accounts' tokens */
export function createStaff(office: Backoffice, accounts: string): Staff {
  const counts = { orders: 0 };
  const order = async <T>(act: () => Promise<T>): Promise<T | typeof LOST> => {
    // The database may be dead: the order is given again when it is back.
    return act().catch(() => LOST);
  };
  const find = ({ who, subject }: Somebody) =>
    order(() => office.findViewer({ issuer: who === "account" ? accounts : GUEST_ISSUER, subject }));
  const at = () => new Date().toISOString();

  const refund = async (one: Refund): Promise<void> => {
    counts.orders += 1;
    const buyer = await order(() => office.findBuyer(one.receipt));
    const done =
      buyer === LOST || buyer === undefined
        ? LOST
        : await order(() => office.refund(buyer, { receipt: one.receipt, at: at() }));
    if (done === LOST || done.outcome === "unknown-receipt") {
      one.wasLost = true;
      return;
    }
    one.isSettled = true;
    if (!done.already) one.first = { coins: done.paid + done.bonus, episodes: done.episodes.length };
  };
  return {
    counts,
    refund,
    async settleRefund(one) {
      if (one.isSettled && (!one.wasLost || one.first)) return;
      await refund(one);
      if (!one.isSettled || one.first) return;
      const buyer = await order(() => office.findBuyer(one.receipt));
      const rows = buyer === LOST || buyer === undefined ? LOST : await order(() => office.ledger(buyer));
      if (rows === LOST) one.isSettled = false;
      else one.first = readRefund(rows, one.receipt);
    },
    async revoke(viewer, end) {
      counts.orders += 1;
      const { series, episodes } = end;
      const key = await find(viewer);
      // Nobody: a guest who has become an account, and whose rights are over.
      const done =
        key === LOST || key === undefined
          ? key
          : await order(() => office.revoke(key, { series, episodes, at: at() }));
      if (done === LOST) end.wasLost = true;
      else end.ended = end.wasLost ? episodes.length : (done?.episodes.length ?? 0);
      end.isSettled = done !== LOST;
    },
    async give(viewer, gift) {
      if (gift.isGiven !== undefined) return;
      counts.orders += 1;
      const found = gift.viewer ?? (await find(viewer));
      if (found === LOST) return;
      if (found === undefined) {
        // Nobody: and nothing is under way for somebody who was found just before.
        if (gift.viewer === undefined) gift.isGiven = false;
        return;
      }
      gift.viewer = found;
      const { ref, coins, series, episodes } = gift;
      const facts = { ref, at: at(), paid: 0, bonus: coins, priceList: "soak", rightsHolder: "studio-one" };
      const given = { ...facts, ...(episodes.length > 0 ? { series, episodes } : {}) };
      if ((await order(() => office.gift(found, given))) !== LOST) gift.isGiven = true;
      // A guest who is merged takes no gifts any more: the books say whether this one came before.
      else if ((await find(viewer)) === undefined) {
        const rows = await order(() => office.ledger(found));
        if (rows !== LOST)
          gift.isGiven = rows.journals.some((journal) => journal.kind === "gift" && journal.ref === ref);
      }
    },
    async debtOf(viewer, { refunds }) {
      if (!refunds.some(({ keyed }) => keyed.offer === "topup")) return 0;
      const key = await find(viewer);
      const rows = key === LOST || key === undefined ? LOST : await order(() => office.ledger(key));
      return rows === LOST ? undefined : rows.wallet.debt;
    },
  };
}

/** What the staff's refund of a receipt did, from the ledger. Refunds of a merge have a note, ours have none. */
function readRefund({ journals }: LedgerView, receipt: string): NonNullable<Refund["first"]> {
  const own = journals.filter(({ reverses, note }) => reverses === receipt && note === null);
  const lines = own.flatMap(({ postings }) => postings);
  return {
    coins: lines
      .filter(({ account }) => account === "wallet" || account === "debt")
      .reduce((sum, { amount }) => sum + amount, 0),
    episodes: own.reduce((sum, { items }) => sum + items.length, 0),
  };
}
