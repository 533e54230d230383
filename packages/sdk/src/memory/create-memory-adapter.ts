import type {
  Access,
  Coins,
  EntitlementAdapter,
  EpisodeRef,
  Playback,
  Receipt,
  TopUpResult,
  UnlockResult,
} from "@micro-drama/protocol";
import { type AdapterSignal, EntitlementError, refKey } from "@micro-drama/protocol";
import { toPlayback } from "../media.js";
import { createUuid } from "../uuid.js";
import type { MemoryAdapterOptions } from "./options.js";
import { type Buyer, listOffers } from "./price-list.js";
import { createPurse } from "./purse.js";
import { createRightsBook } from "./rights-book.js";
import { createSales } from "./sales.js";

/** The hands of the platform's staff. */
export interface MemoryPlatform {
  /** Every purchase, top-up and refund, newest first. */
  readonly receipts: readonly Receipt[];
  /** Gives back what a receipt cost, into the buckets it came from, and closes what it opened. False: no such receipt, or refunded before. */
  refund(receipt: string): boolean;
  /** Takes an episode back; the coins stay spent. */
  revoke(ref: EpisodeRef): void;
  /** Opens an episode for nothing. */
  gift(ref: EpisodeRef): void;
  addCoins(coins: { readonly paid?: Coins; readonly bonus?: Coins }): void;
}

/** An adapter with its platform inside. */
export interface MemoryAdapter extends EntitlementAdapter {
  readonly platform: MemoryPlatform;
}

/**
 * A whole platform in memory, with one viewer: wallet, offers, keys, receipts, refunds. For tests and demonstrations.
 * It charges once for a key and once for an episode, as a real one must. A reload forgets everything.
 *
 * @example
 * const adapter = createMemoryAdapter({ episodes: ["e01", "e02", "e03"], free: ["e01"], wallet: { bonus: 50 } });
 */
export function createMemoryAdapter(options: MemoryAdapterOptions): MemoryAdapter {
  const now = options.now ?? Date.now;
  const purse = createPurse(options.wallet ?? { bonus: 100 });
  const book = createRightsBook(({ episode }) => options.free?.includes(episode) ?? false, now);
  const listeners = new Set<(signal: AdapterSignal) => void>();
  const serverNow = () => new Date(now()).toISOString();
  const tell = (refs: readonly EpisodeRef[]) => {
    for (const listener of listeners) listener({ type: "access-changed", refs });
  };
  const mediaOf = (ref: EpisodeRef): Playback | undefined => {
    const media = book.find(ref) && options.source?.(ref);
    return media && toPlayback(media);
  };
  const describe = (ref: EpisodeRef): Access => book.describe(ref, () => listOffers(options, ref, buyer));
  const sales = createSales({ options, purse, book, now, describe });
  const buyer: Buyer = { owns: (ref) => book.find(ref) !== undefined, adsLeft: sales.adsLeft };

  return {
    metadata: { name: options.name ?? "memory", version: "1" },
    platform: {
      get receipts() {
        return [...sales.receipts].reverse();
      },
      refund(id) {
        const refs = sales.refund(id);
        if (refs) tell(refs);
        return refs !== undefined;
      },
      revoke: (ref) => tell(book.take({ ref })),
      gift(ref) {
        book.give(ref, { via: "gift" });
        tell([ref]);
      },
      addCoins: purse.add,
    },
    async check(refs, { playbackFor }) {
      const items = refs.map((ref): Access => {
        const item = describe(ref);
        const playback = playbackFor.includes(ref.episode) ? mediaOf(ref) : undefined;
        return item.state === "granted" && playback ? { ...item, playback } : item;
      });
      return { items, wallet: purse.wallet(), serverNow: serverNow() };
    },
    unlock: async (request, { idempotencyKey }): Promise<UnlockResult> =>
      sales.unlock(request, idempotencyKey),
    reconcile: async (key): Promise<UnlockResult> => sales.find(key) ?? { outcome: "unknown", sent: false },
    async playback(ref) {
      const playback = mediaOf(ref);
      if (playback) return playback;
      throw new EntitlementError("forbidden", `${refKey(ref)} is not open, or has no source.`);
    },
    wallet: async () => purse.wallet(),
    topUp: async (offerId, { idempotencyKey }): Promise<TopUpResult> => sales.topUp(offerId, idempotencyKey),
    async receipts(before) {
      const all = [...sales.receipts].reverse();
      const from = before === undefined ? 0 : all.findIndex(({ id }) => id === before) + 1;
      const receipts = all.slice(from, from + 20);
      const last = receipts.at(-1)?.id;
      return { receipts, ...(last !== undefined && from + 20 < all.length && { next: last }) };
    },
    ...(options.ads && {
      startAd: async () => {
        const { network = "", minSeconds = 0 } = options.ads ?? {};
        const id = createUuid();
        sales.beginAd(id);
        return { id, minSeconds, network };
      },
    }),
    onSignal(listener) {
      listeners.add(listener);
      return () => void listeners.delete(listener);
    },
    hostGranted: (ref) => book.give(ref, { via: "host" }),
  };
}
